// The questions about terrain, as the thread that reads rasters answers them, and how it is asked: which
// files there are, and the profile of a path.
import { createWorkerClient } from '../platform/worker-client.ts';
import type { SitePosition, Terrain } from './contract.ts';
import { boxAround, createElevationKeeper, type Elevation, type Ground } from './elevation.ts';
import { type PathHeights, profileOf } from './line-of-sight.ts';
import type { Profile } from './planning-contract.ts';
import { firstKnown } from './raster.ts';

export type PathQuestion = { from: SitePosition; to: SitePosition; heights: PathHeights };
export type TerrainQuestion = { list: true } | { path: PathQuestion };
export type TerrainAnswer = { terrain: Terrain } | { profile: Profile | null };

export type TerrainReader = {
  list(): Promise<Terrain>;
  /** Null where the ground is unknown somewhere on the way. */
  profile(question: PathQuestion): Promise<Profile | null>;
  close(): Promise<void>;
};

/** A path is read in pieces of so much, degrees (about 11 km): its box as a whole may be a hundred times that. */
const pieceDegrees = 0.1;
/** So that the last sample of a piece finds its neighbours. */
const marginM = 200;

async function loadAlong(
  elevation: Elevation,
  [fromLng, fromLat]: SitePosition,
  [toLng, toLat]: SitePosition,
): Promise<Ground | null> {
  const [lngWay, latWay] = [toLng - fromLng, toLat - fromLat];
  const pieces = Math.max(
    Math.ceil(Math.max(Math.abs(lngWay), Math.abs(latWay)) / pieceDegrees),
    1,
  );
  const grounds: Ground[] = [];
  for (let piece = 0; piece < pieces; piece += 1) {
    const ends = [piece / pieces, (piece + 1) / pieces].map((part) =>
      boxAround([fromLng + lngWay * part, fromLat + latWay * part], marginM),
    );
    const ground = await elevation.load({
      west: Math.min(...ends.map(({ west }) => west)),
      east: Math.max(...ends.map(({ east }) => east)),
      south: Math.min(...ends.map(({ south }) => south)),
      north: Math.max(...ends.map(({ north }) => north)),
    });
    if (ground) grounds.push(ground);
  }
  return grounds.length === 0 ? null : firstKnown(grounds);
}

/** Answers in the thread that calls; `dir` is the folder of the rasters, read anew where it changed. */
export function createTerrainAnswerer(
  dir: string,
): (question: TerrainQuestion) => Promise<TerrainAnswer> {
  const keep = createElevationKeeper(dir);
  return async (question) => {
    const elevation = await keep();
    if ('list' in question) return { terrain: elevation.terrain };
    const { from, to, heights } = question.path;
    const ground = await loadAlong(elevation, from, to);
    return { profile: ground && profileOf(from, to, heights, ground) };
  };
}

/** A reader over whatever answers: the thread, or in tests the function itself. */
export function createTerrainReader(
  ask: (question: TerrainQuestion) => Promise<TerrainAnswer>,
  close: () => Promise<void> = async () => undefined,
): TerrainReader {
  return {
    async list() {
      const answer = await ask({ list: true });
      if (!('terrain' in answer)) throw new Error('the terrain thread answered something else');
      return answer.terrain;
    },
    async profile(path) {
      const answer = await ask({ path });
      if (!('profile' in answer)) throw new Error('the terrain thread answered something else');
      return answer.profile;
    },
    close,
  };
}

/** The folder of a whole country takes seconds the first time; a path takes a fraction of one. */
const timeoutMs = 60_000;

/** The reader with a thread of its own, which starts when it is first asked. `dir` is absolute. */
export function createTerrainThread(dir: string): TerrainReader {
  const client = createWorkerClient<TerrainQuestion, TerrainAnswer>(
    new URL('./terrain-worker.ts', import.meta.url),
    { dir },
    { timeoutMs },
  );
  return createTerrainReader(
    (question) => client.ask(question),
    () => client.close(),
  );
}
