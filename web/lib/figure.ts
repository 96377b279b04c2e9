// A figure as people type it: decimal comma, thin minus, its unit behind it. Pure.

/** The figure; null for an empty field, NaN for a text that is none (the contract then refuses it). */
export function readFigure(text: string): number | null {
  const plain = text
    .trim()
    .replace(/^[−–]/, '-')
    .replace(/\s*(dbm|mbps|mbit\/s|mhz|m|°)$/i, '');
  if (plain === '') return null;
  const hasBoth = plain.includes(',') && plain.includes('.');
  const dotted = (hasBoth ? plain.replaceAll('.', '') : plain).replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(dotted) ? Number(dotted) : Number.NaN;
}

/** As a field holds it: a decimal comma in Indonesian is read back all the same; '' for null. */
export function writeFigure(value: number | null): string {
  return value === null ? '' : String(value);
}
