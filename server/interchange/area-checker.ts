// Checks the areas of a file in a thread of its own, with a deadline for one and for all of them.
import { createWorkerClient, type WorkerLimits } from '../platform/worker-client.ts';
import type { Multi } from '../regions/geos.ts';
import { type CheckedArea, type CheckedGeometry, tooSlow } from './area-check.ts';
import type { RowGeometry } from './table.ts';

export type AreaChecker = {
  /** As checkArea; an area that takes too long or too much memory is refused. */
  check(area: Multi): Promise<CheckedArea>;
  close(): Promise<void>;
};

/** An honest area of 200,000 corners takes two to four seconds on a slow machine. */
const usualLimits: WorkerLimits = { timeoutMs: 8_000, memoryMb: 160 };
/** A file that takes longer is hostile; what is left of it is refused row by row. */
const fileMs = 10_000;

/** The thread starts with the first area and stays for the next ones. */
export function createAreaChecker(limits: WorkerLimits = usualLimits): AreaChecker {
  const worker = createWorkerClient<Multi, CheckedArea>(
    new URL('./area-worker.ts', import.meta.url),
    null,
    limits,
  );
  return {
    // Past its limits, or the engine ended with the thread: the row is refused, the file is read on.
    check: (area) => worker.ask(area).catch(() => tooSlow(area)),
    close: () => worker.close(),
  };
}

/** What rows have as geometries, checked, in their order. */
export async function checkGeometries(
  { check }: Pick<AreaChecker, 'check'>,
  geometries: readonly (RowGeometry | null | undefined)[],
): Promise<(CheckedGeometry | null)[]> {
  const endsAt = performance.now() + fileMs;
  const checked: (CheckedGeometry | null)[] = [];
  for (const geometry of geometries) {
    if (geometry?.type !== 'MultiPolygon') checked.push(geometry ?? null);
    else if (performance.now() > endsAt) checked.push(tooSlow(geometry.coordinates));
    else checked.push(await check(geometry.coordinates));
  }
  return checked;
}
