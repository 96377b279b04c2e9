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
const usualLimits: WorkerLimits = { timeoutMs: 5_000, memoryMb: 160 };

/**
 * When the last area of a file is begun (of performance.now), read just now: 15 s after it arrived,
 * so that with the reading before (10 s at most) and that one area a hostile file takes no more than
 * 20 s; and 5 s where it waited for its turn.
 */
export function lastAreaAt(arrivedAt: number): number {
  return Math.max(arrivedAt + 15_000, performance.now() + 5_000);
}

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

/**
 * What rows have as geometries, checked, in their order. Areas that are not begun at `endsAt` (of
 * performance.now) are refused row by row.
 */
export async function checkGeometries(
  { check }: Pick<AreaChecker, 'check'>,
  geometries: readonly (RowGeometry | null | undefined)[],
  endsAt: number,
): Promise<(CheckedGeometry | null)[]> {
  const checked: (CheckedGeometry | null)[] = [];
  for (const geometry of geometries) {
    if (geometry?.type !== 'MultiPolygon') checked.push(geometry ?? null);
    else if (performance.now() > endsAt) checked.push(tooSlow(geometry.coordinates));
    else checked.push(await check(geometry.coordinates));
  }
  return checked;
}
