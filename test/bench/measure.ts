// How the benchmarks measure and print: milliseconds by quantile, bytes, a row a figure.

export type Row = { what: string; measured: string; aim: string };

/** What a part of the benchmarks found, and what it could not measure and why. */
export type Result = { rows: Row[]; skipped: string[] };

/** Milliseconds each run of `work` takes, in order of size. */
export async function timeRuns(runs: number, work: (run: number) => unknown): Promise<number[]> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const startedAt = performance.now();
    await work(run);
    times.push(performance.now() - startedAt);
  }
  return times.toSorted((a, b) => a - b);
}

/** The value below which the fraction `part` of `sorted` lies. */
export function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

/** Milliseconds with what digits are worth reading; seconds from ten seconds on. */
export function ms(value: number): string {
  if (value >= 10_000) return `${(value / 1000).toFixed(1)} s`;
  if (value >= 10) return `${Math.round(value)} ms`;
  return `${value.toFixed(value < 1 ? 2 : 1)} ms`;
}

export function kB(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

/** A number in [0, 1) for each call, the same in every run. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
