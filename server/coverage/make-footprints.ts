// First step: the footprints of cells that are new, changed or gone. What changed where is noted for the
// next one.
import type { Db } from '../platform/database.ts';
import { boxOf, packArea, unpackArea, type Area } from './area-codec.ts';
import type { CoverageSettings, SitePosition } from './contract.ts';
import {
  listPendingCells,
  prepareCellFootprints,
  prepareFindPending,
  prepareInsertFootprint,
  type PendingCell,
  type StandingFootprint,
} from './footprint-store.ts';
import { layerId, noteChange } from './layer-store.ts';
import { footprintOf, phaseOf, reachOf } from './rules.ts';
import { readSettings } from './settings-store.ts';

/** Where an antenna stands; heights are metres above the ground. */
export type Antenna = {
  position: SitePosition;
  antennaHeightM: number;
  receiverHeightM: number;
};

/** Takes away what the antenna cannot see; the footprint as it is where no elevation is known. */
export type TerrainCut = (footprint: Area, from: Antenna, radiusM: number) => Promise<Area>;

type Cell = NonNullable<PendingCell['cell']>;
type Made = { waiting: PendingCell; shape: Buffer | null };

async function shapeOf(cell: Cell, settings: CoverageSettings, cut: TerrainCut): Promise<Buffer> {
  const { radiusM } = reachOf(cell, settings);
  const whole = footprintOf(cell.position, cell, radiusM);
  if (!settings.cutsByTerrain) return packArea(whole);
  const antennaHeightM = cell.heightM ?? settings.antennaHeightM;
  const { receiverHeightM } = settings;
  return packArea(
    await cut(whole, { position: cell.position, antennaHeightM, receiverHeightM }, radiusM),
  );
}

/** Since when the footprint stands: as the cell says it, else since it was seen to go on air. */
function sinceOf(cell: Cell, standing: readonly StandingFootprint[], layer: number, today: string) {
  if (phaseOf(cell.state) !== 'on_air') return null;
  if (cell.onAirOn !== null) return cell.onAirOn;
  const same = standing.find((footprint) => footprint.layerId === layer);
  if (same) return same.sinceOn;
  return standing.length > 0 ? today : null;
}

function prepareReplace(db: Db, today: string) {
  const insert = prepareInsertFootprint(db);
  const footprints = prepareCellFootprints(db);
  const note = ({ layerId: layer, shape }: { layerId: number; shape: Buffer }) =>
    noteChange(db, layer, boxOf(unpackArea(shape)));

  /** Takes away what stands, and keeps what stood when the cell was switched off. */
  function close(id: number, cell: Cell | null): void {
    const isOff = cell?.state === 'off';
    for (const old of cell ? footprints.listStanding(id) : footprints.listEvery(id)) {
      if (isOff) footprints.end(old.id, today);
      else footprints.remove(old.id);
      note(old);
    }
  }

  return ({ waiting: { id, cell }, shape }: Made): void => {
    footprints.settle(id);
    const phase = cell && phaseOf(cell.state);
    if (!cell || !phase || !shape || shape.length === 0) return close(id, cell);
    const { operatorId, technology } = cell;
    const layer = layerId(db, { basis: 'computed', phase, operatorId, technology });
    const standing = footprints.listStanding(id);
    const sinceOn = sinceOf(cell, standing, layer, today);
    const [only] = standing;
    const isSame =
      standing.length === 1 &&
      only?.layerId === layer &&
      only.sinceOn === sinceOn &&
      only.shape.equals(shape);
    if (isSame) return;
    close(id, cell);
    insert({ layerId: layer, cellId: id, sinceOn, shape });
    note({ layerId: layer, shape });
  };
}

/**
 * Makes the footprints of at most `limit` cells and gives back how many. `today` is an ISO date. A cell
 * that is changed meanwhile waits on.
 */
export async function makeFootprints(
  db: Db,
  limit: number,
  today: string,
  cut: TerrainCut,
): Promise<number> {
  const waiting = listPendingCells(db, limit);
  if (waiting.length === 0) return 0;
  const { settings } = readSettings(db);
  const made: Made[] = [];
  for (const pending of waiting) {
    const isNone = pending.cell === null || phaseOf(pending.cell.state) === null;
    const shape = isNone || !pending.cell ? null : await shapeOf(pending.cell, settings, cut);
    made.push({ waiting: pending, shape });
  }
  db.transaction(() => {
    const findAgain = prepareFindPending(db);
    const replace = prepareReplace(db, today);
    for (const one of made) {
      const now = JSON.stringify(findAgain(one.waiting.id));
      if (now === JSON.stringify(one.waiting)) replace(one);
    }
  }).immediate();
  return waiting.length;
}
