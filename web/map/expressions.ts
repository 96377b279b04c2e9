// Paint expressions over feature-state: how a village's status becomes colour, pattern and edge.
// A place without state is unknown.
import type { ExpressionSpecification } from 'maplibre-gl';
import { placeStatuses, type PlaceStatus } from '#contract/status';
import type { PromiseCategory } from '../api/status.ts';
import { statusLook, type Pattern } from '../ui/status-look.ts';
import { grounds, type MapTheme } from './ground.ts';

/** What the map keeps per feature. */
export type FeatureState = {
  status?: PlaceStatus;
  unconfirmed?: boolean;
  stale?: boolean;
  conflict?: boolean;
  lacking?: boolean;
  /** Rests on models alone. */
  modelled?: boolean;
  /** The status that most of a partial place has. */
  majority?: PlaceStatus | null;
  /** 0–10 */
  knownTenths?: number;
  /** What is promised there, as far as it was asked for. */
  promise?: PromiseCategory;
  selected?: boolean;
  hover?: boolean;
};

/** What is switched off in the legend: statuses, or the categories of another lens. */
export type HiddenKeys = ReadonlySet<string>;

/** How strongly a place is painted when its status is only reported, or when its evidence is old. */
export const unconfirmedOpacity = 0.45;
export const staleOpacity = 0.6;
/** What only a model says is paler than what somebody has seen, and carries fine lines. */
export const modelledOpacity = 0.55;
/** Unknown's grey is pale already: fainter it would be taken for the sea. */
export const unconfirmedIncompleteOpacity = 0.75;
/** A status switched off in the legend stays as a faint unknown. */
export const hiddenOpacity = 0.35;

export const status: ExpressionSpecification = ['coalesce', ['feature-state', 'status'], 'unknown'];

/** The status whose colour a place has: its own, or, where it is partial, that of most of it. */
const colouring: ExpressionSpecification = ['coalesce', ['feature-state', 'majority'], status];

export function isOn(key: keyof FeatureState): ExpressionSpecification {
  return ['boolean', ['feature-state', key], false];
}

export const isSelected = isOn('selected');
export const isHovered = isOn('hover');

function isOneOf(list: readonly PlaceStatus[]): ExpressionSpecification {
  return ['in', status, ['literal', [...list]]];
}

/** The statuses that are painted as themselves. */
function shown(hidden: HiddenKeys): PlaceStatus[] {
  return placeStatuses.filter((name) => !hidden.has(name));
}

/** Fill colour per status; a hidden status looks like unknown. Exhaustive over placeStatuses. */
export function statusColour(theme: MapTheme, hidden: HiddenKeys): ExpressionSpecification {
  const pairs = placeStatuses.flatMap((name) =>
    name === 'unknown' ? [] : [name, statusLook[name][theme]],
  );
  const unknown = statusLook.unknown[theme];
  const colour = ['match', colouring, ...pairs, unknown] as unknown as ExpressionSpecification;
  return ['case', isOneOf(shown(hidden)), colour, unknown];
}

/** Fill opacity: `full` for what is counted, less for what is only reported, old or hidden. */
export function statusOpacity(hidden: HiddenKeys, full = 1): ExpressionSpecification {
  return [
    'case',
    ['!', isOneOf(shown(hidden))],
    hiddenOpacity * full,
    ['all', isOn('unconfirmed'), ['==', status, 'incomplete']],
    unconfirmedIncompleteOpacity * full,
    isOn('unconfirmed'),
    unconfirmedOpacity * full,
    isOn('modelled'),
    modelledOpacity * full,
    isOn('stale'),
    staleOpacity * full,
    full,
  ];
}

/** The statuses that carry `pattern` and are shown. */
export function statusesWith(pattern: Pattern, hidden: HiddenKeys): PlaceStatus[] {
  return shown(hidden).filter((name) => statusLook[name].pattern === pattern);
}

/** Opacity of one pattern's layer: nothing where the status has another pattern. */
export function patternOpacity(
  pattern: Pattern,
  hidden: HiddenKeys,
): ExpressionSpecification | number {
  const carriers = statusesWith(pattern, hidden);
  if (carriers.length === 0) return 0;
  return [
    'case',
    ['!', isOneOf(carriers)],
    0,
    ['any', isOn('unconfirmed'), isOn('stale')],
    staleOpacity,
    1,
  ];
}

/** Opacity of the fine lines over places that rest on models alone. */
export function modelledLinesOpacity(hidden: HiddenKeys): ExpressionSpecification | number {
  const drawn = shown(hidden).filter((name) => name !== 'unknown');
  if (drawn.length === 0) return 0;
  return ['case', ['all', isOn('modelled'), ['!', isOn('unconfirmed')], isOneOf(drawn)], 1, 0];
}

/** Colour of a place's own edge: dark for a blankspot, blankspot's for incomplete, else its status. */
export function edgeColour(theme: MapTheme, hidden: HiddenKeys): ExpressionSpecification {
  const ground = grounds[theme];
  return [
    'case',
    ['all', ['==', status, 'blankspot'], ['!', isOn('unconfirmed')]],
    ground.blankspotEdge,
    ['==', status, 'incomplete'],
    ground.incompleteEdge,
    statusColour(theme, hidden),
  ];
}

/** 1 where a place has an edge of its own: blankspot, incomplete, and everything only reported. */
export function edgeOpacity(hidden: HiddenKeys): ExpressionSpecification | number {
  const edged = shown(hidden).filter((name) => name === 'blankspot' || name === 'incomplete');
  const reported = shown(hidden).filter((name) => name !== 'unknown');
  if (reported.length === 0) return 0;
  return [
    'case',
    ['all', isOn('unconfirmed'), isOneOf(reported)],
    1,
    edged.length === 0 ? false : isOneOf(edged),
    1,
    0,
  ];
}
