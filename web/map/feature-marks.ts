// Keeps the feature-state of the vector source in step with what should be shown, changing only what differs.
import type { Map as MapLibreMap } from 'maplibre-gl';
import { levels } from '#contract/regions';
import type { FeatureState } from './expressions.ts';
import { regionSource } from './layers/context.ts';

/** Status and flags of one village; equal marks should be one object. */
export type Mark = Required<Omit<FeatureState, 'selected' | 'hover'>>;

type Flag = 'selected' | 'hover';

const layerOfDigits: Record<number, string> = { 2: 'province', 4: 'regency', 6: 'district' };

/** The tile layer in which a region id stands: by its number of digits. */
export function sourceLayerOf(id: number): (typeof levels)[number] {
  const layer = layerOfDigits[String(id).length];
  return levels.find((level) => level === layer) ?? 'village';
}

const unknown: Mark = {
  status: 'unknown',
  unconfirmed: false,
  stale: false,
  conflict: false,
  lacking: false,
  modelled: false,
  majority: null,
  knownTenths: 0,
  promise: 'none',
};

/** Only what the paint reads: a mark may know more. */
function stateOf(mark: Mark): Mark {
  const { status, unconfirmed, stale, conflict, lacking, modelled, majority } = mark;
  const { knownTenths, promise } = mark;
  return {
    ...{ status, unconfirmed, stale, conflict, lacking, modelled, majority },
    ...{ knownTenths, promise },
  };
}

export class FeatureMarks {
  private readonly map: MapLibreMap;
  private wanted: ReadonlyMap<number, Mark> = new Map();
  private applied: ReadonlyMap<number, Mark> = new Map();
  private readonly flags: Record<Flag, number | null> = { selected: null, hover: null };

  constructor(map: MapLibreMap) {
    this.map = map;
  }

  private set(id: number, state: FeatureState): void {
    this.map.setFeatureState({ source: regionSource, sourceLayer: sourceLayerOf(id), id }, state);
  }

  /** `canApply` is false before the style is there; reapply() makes up for it. */
  setStatuses(marks: ReadonlyMap<number, Mark>, canApply: boolean): void {
    this.wanted = marks;
    if (canApply) this.applyStatuses();
  }

  private applyStatuses(): void {
    for (const [id, mark] of this.wanted)
      if (this.applied.get(id) !== mark) this.set(id, stateOf(mark));
    for (const id of this.applied.keys()) if (!this.wanted.has(id)) this.set(id, unknown);
    this.applied = this.wanted;
  }

  /** At most one feature carries each flag. */
  setFlag(flag: Flag, id: number | null, canApply: boolean): void {
    const before = this.flags[flag];
    if (before === id) return;
    this.flags[flag] = id;
    if (!canApply) return;
    if (before !== null) this.set(before, { [flag]: false });
    if (id !== null) this.set(id, { [flag]: true });
  }

  /** After a new style or source: everything once more. */
  reapply(): void {
    this.applied = new Map();
    this.applyStatuses();
    for (const flag of ['selected', 'hover'] as const) {
      const id = this.flags[flag];
      if (id !== null) this.set(id, { [flag]: true });
    }
  }
}
