// The answers that planning gives, as the worker threads give them: with the settings of the moment and,
// where it is asked for and there are rasters, with the terrain.
import type { Account } from '../auth/contract.ts';
import type { Db } from '../platform/database.ts';
import { readBest } from './best-positions.ts';
import type { SitePosition } from './contract.ts';
import { boxAround, createElevationKeeper } from './elevation.ts';
import { readGain } from './gain.ts';
import type { Box } from './layer-store.ts';
import { canSee, cutByTerrain } from './line-of-sight.ts';
import type { Best, BestRequest, Candidate, Gain } from './planning-contract.ts';
import { listVillagesOf } from './planning-store.ts';
import { reachOf } from './rules.ts';
import { readSettings } from './settings-store.ts';

/** A candidate, and whose eyes the answer is for: plans are not shown to everybody. */
export type GainQuestion = { candidate: Candidate; viewer: Account };

export type PlanningAnswers = {
  gain(question: GainQuestion): Promise<Gain>;
  best(request: BestRequest): Promise<Best>;
};

/** The box that reaches so many metres from each of the positions. */
function boxAroundAll(positions: readonly SitePosition[], marginM: number): Box {
  const boxes = positions.map((position) => boxAround(position, marginM));
  return {
    west: Math.min(...boxes.map(({ west }) => west)),
    east: Math.max(...boxes.map(({ east }) => east)),
    south: Math.min(...boxes.map(({ south }) => south)),
    north: Math.max(...boxes.map(({ north }) => north)),
  };
}

/** `elevationDir`: absolute, where the admin's elevation rasters lie. */
export function createPlanningAnswers(db: Db, elevationDir: string): PlanningAnswers {
  const keepElevation = createElevationKeeper(elevationDir);
  return {
    async gain({ candidate, viewer }) {
      const { settings } = readSettings(db);
      const { position } = candidate;
      const { radiusM } = reachOf(candidate, settings);
      const ground = candidate.cutsByTerrain
        ? await (await keepElevation()).load(boxAround(position, radiusM))
        : null;
      const antenna = {
        position,
        antennaHeightM: candidate.heightM ?? settings.antennaHeightM,
        receiverHeightM: settings.receiverHeightM,
      };
      // Where the antenna itself stands on unknown ground, nothing can be said of what it sees.
      const cut =
        ground && ground(position) !== null
          ? (footprint: Gain['footprint']) => cutByTerrain(footprint, antenna, radiusM, ground)
          : null;
      return readGain(db, candidate, viewer, settings, cut);
    },
    async best(request) {
      const { settings } = readSettings(db);
      const positions = listVillagesOf(db, request.regencyCode).map(({ position }) => position);
      const { radiusM } = reachOf(request, settings);
      const ground =
        request.cutsByTerrain && positions.length > 0
          ? await (await keepElevation()).load(boxAroundAll(positions, radiusM))
          : null;
      const heights = {
        antennaHeightM: request.heightM ?? settings.antennaHeightM,
        receiverHeightM: settings.receiverHeightM,
      };
      const sees = ground
        ? (from: SitePosition, to: SitePosition) =>
            canSee({ position: from, ...heights }, to, ground)
        : null;
      return readBest(db, request, settings, sees);
    },
  };
}
