// Small words and sums of the work page. Pure.

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const dayMs = 86_400_000;

/** Whole days from one ISO date to another; negative when it is before. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}
