// A site as the fields of its form hold it, and back: every figure is text, '' is nothing. Pure.
import type { Site, SiteInput } from '#contract/coverage';
import { readFigure, writeFigure } from '../../lib/figure.ts';

type CellInput = SiteInput['cells'][number];

export type CellDraft = Pick<CellInput, 'ref' | 'technology' | 'state'> & {
  bandMhz: string;
  heightM: string;
  radiusM: string;
  azimuthDeg: string;
  beamwidthDeg: string;
  onAirOn: string;
};

export type SiteDraft = { name: string; cells: readonly CellDraft[] };

export const figureFields = [
  'bandMhz',
  'heightM',
  'radiusM',
  'azimuthDeg',
  'beamwidthDeg',
] as const satisfies readonly (keyof CellDraft)[];

export function toDraft({ name, cells }: Pick<Site, 'name' | 'cells'>): SiteDraft {
  return {
    name,
    cells: cells.map(({ ref, technology, state, onAirOn, ...shape }) => ({
      ref,
      technology,
      state,
      onAirOn: onAirOn ?? '',
      bandMhz: writeFigure(shape.bandMhz),
      heightM: writeFigure(shape.heightM),
      radiusM: writeFigure(shape.radiusM),
      azimuthDeg: writeFigure(shape.azimuthDeg),
      beamwidthDeg: writeFigure(shape.beamwidthDeg),
    })),
  };
}

/** What the contract judges; a text that is no figure becomes NaN, which it refuses. */
export function toCells(cells: readonly CellDraft[]): CellInput[] {
  return cells.map((cell) => ({
    ref: cell.ref,
    technology: cell.technology,
    state: cell.state,
    onAirOn: cell.onAirOn === '' ? null : cell.onAirOn,
    bandMhz: readFigure(cell.bandMhz),
    heightM: readFigure(cell.heightM),
    radiusM: readFigure(cell.radiusM),
    azimuthDeg: readFigure(cell.azimuthDeg),
    beamwidthDeg: readFigure(cell.beamwidthDeg),
  }));
}

/** One more like the last, under a name that no other has. */
export function withCell(cells: readonly CellDraft[]): readonly CellDraft[] {
  const last = cells.at(-1);
  const taken = new Set(cells.map(({ ref }) => ref));
  let number = cells.length + 1;
  while (taken.has(String(number))) number += 1;
  const plain: CellDraft = {
    ref: '',
    technology: '4g',
    state: 'planned',
    bandMhz: '',
    heightM: '',
    radiusM: '',
    azimuthDeg: '',
    beamwidthDeg: '',
    onAirOn: '',
  };
  return [...cells, { ...(last ?? plain), azimuthDeg: '', ref: String(number) }];
}
