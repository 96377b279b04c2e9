// What an interaction mode of the map is: it says what the pointer and the keys do, and nothing else.
// Modes touch no React and no network; they hand what happened to the host.
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Level } from '#contract/regions';

/** A point a person has set: where, how it came about, and how good it is. */
export type PickedPoint = {
  /** [lng, lat], WGS 84. */
  position: [number, number];
  source: 'map' | 'typed' | 'device';
  /** Radius of 68 % confidence of a device's position, metres; null for the other sources. */
  accuracyM: number | null;
};

/** The place under the pointer. */
export type PointedPlace = { id: number; level: Level; name: string; kind: string };

/** What a mode may ask of the map's owner. */
export type ModeHost = {
  /** Pixels of the map's container; null place: nothing is pointed at. */
  point: (place: PointedPlace | null, x: number, y: number) => void;
  select: (place: PointedPlace | null) => void;
  /** The id of a point over the villages. */
  selectMarker: (id: string) => void;
  pick: (point: PickedPoint) => void;
  leave: () => void;
};

export const modeNames = ['browse', 'mark', 'plan'] as const;
export type ModeName = (typeof modeNames)[number];

/** One interaction. `attach` starts listening and gives back what stops it. */
export type Mode = {
  /** CSS cursor over the map; null leaves MapLibre's own. */
  cursor: string | null;
  /** True when a click sets a point, so that a pin is shown. */
  hasPin: boolean;
  attach: (map: MapLibreMap, host: ModeHost) => () => void;
};
