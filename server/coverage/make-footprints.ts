// First step: the footprints of cells that are new, changed or gone. What changed where is noted for the
// next one.
import type { Db } from '../platform/database.ts';
import { boxOf, packArea, unpackArea, type Area } from './area-codec.ts';
import type { CoverageSettings } from './contract.ts';
import {
  listPendingCells,
  prepareCellFootprints,
  prepareFindPending,
  prepareInsertFootprint,
  type PendingCell,
  type StandingFootprint,
} from './footprint-store.ts';
import { layerId, noteChange } from './layer-store.ts';
import type { Antenna } from './line-of-sight.ts';
import { footprintOf, phaseOf, reachOf } from './rules.ts';
import { readSettings } from './settings-store.ts';

/** Takes away what the antenna cannot see; the footprint as it is where no elevation is known. */
export type TerrainCut = (footprint: Area, from: Antenna, radiusM: number) => Promise<Area>;
/** Looks up what elevation there is, for one piece of work. */
export type PrepareCut = () => Promise<TerrainCut>;

/** So many cells make a piece of less than a second, cut by the terrain or not. */
const cellsAtOnce = { whole: 200, cut: 8 } as const;

type Cell = NonNullable<PendingCell['cell']>;
type Made = { waiting: PendingCell; shape: Buffer | null };

/** Null where the antenna sees nothing. */
async function shapeOf(
  cell: Cell,
  settings: CoverageSettings,
  cut: TerrainCut | null,
): Promise<Buffer | null> {
  const { radiusM } = reachOf(cell, settings);
  const whole = footprintOf(cell.position, cell, radiusM);
  if (cut === null) return packArea(whole);
  const antennaHeightM = cell.heightM ?? settings.antennaHeightM;
  const { receiverHeightM } = settings;
  const from = { position: cell.position, antennaHeightM, receiverHeightM };
  const seen = await cut(whole, from, radiusM);
  return seen.length === 0 ? null : packArea(seen);
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
    if (!cell || !phase || !shape) return close(id, cell);
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
 * Makes the footprints of the next cells that wait and gives back how many those were. `today` is an ISO
 * date. A cell that is changed meanwhile waits on.
 */
export async function makeFootprints(
  db: Db,
  today: string,
  prepareCut: PrepareCut | null,
): Promise<number> {
  const { settings } = readSettings(db);
  const isCut = settings.cutsByTerrain && prepareCut !== null;
  const waiting = listPendingCells(db, isCut ? cellsAtOnce.cut : cellsAtOnce.whole);
  if (waiting.length === 0) return 0;
  const cut = isCut ? await prepareCut() : null;
  const made: Made[] = [];
  for (const one of waiting) {
    const { cell } = one;
    const isDrawn = cell !== null && phaseOf(cell.state) !== null;
    made.push({ waiting: one, shape: isDrawn ? await shapeOf(cell, settings, cut) : null });
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
