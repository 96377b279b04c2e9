// What stands in the address of the map screen: view, place, what is shown. Pure; a link opens the same picture.
import { placeStatuses, StatusView } from '#contract/status';
import { formatCoverage, formatSides, parseCoverage, parseSides } from './coverage-view.ts';
import { lensCategories, lenses, type Lens } from './lens.ts';
import {
  formatBest,
  formatPlan,
  formatTower,
  parseBest,
  parsePlan,
  parseTower,
} from './plan-view.ts';

/** A view of the map: degrees WGS 84 and MapLibre zoom. */
export type View = { lat: number; lng: number; zoom: number };

/** The address of the map screen as text, the way it is typed and copied. */
export type MapSearch = {
  /** `lat,lng,zoom` */
  at?: string;
  /** Kemendagri code of the selected place. */
  place?: string;
  /** Hidden statuses, or categories of the lens, commas between. */
  hide?: string;
  /** One operator's status instead of all together. */
  op?: string;
  /** Whether there is at least this technology. */
  tech?: string;
  /** Coloured by something else than the status. */
  lens?: string;
  list?: '1';
  mark?: '1';
  /** The report that is being changed while marking. */
  report?: string;
  /** A report that waits on this device and is opened again while marking. */
  item?: string;
  /** Which points are drawn, commas between; absent: the localities. */
  show?: string;
  /** The locality or facility that is open in the panel, or that a new report is about. */
  locality?: string;
  facility?: string;
  /** What of coverage is drawn (coverage-view.ts). */
  cov?: string;
  /** The site that is open in the panel. */
  site?: string;
  /** What two maps side by side compare. */
  side?: string;
  /** Where a tower is thought of, what it is like, and of which stored site (plan-view.ts). */
  plan?: string;
  tower?: string;
  planof?: string;
  /** The regency whose best positions are wanted. */
  best?: string;
};

/** Points inside villages that can be drawn. */
export const pointKinds = ['localities', 'facilities'] as const;
export type PointKind = (typeof pointKinds)[number];

const shownAtFirst: readonly PointKind[] = ['localities'];

const reportPattern = /^[0-9a-f-]{36}$/;
const codePattern = /^\d{2}(\.\d{2}(\.\d{2}(\.[1-3]\d{3})?)?)?$/;

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}

/** `-0.94924,100.35427,9.25`: five decimals are about a metre. */
export function formatView(view: View): string {
  return `${round(view.lat, 5)},${round(view.lng, 5)},${round(view.zoom, 2)}`;
}

/** Null when the text is no view on Earth. */
export function parseView(text: string | undefined): View | null {
  const parts = (text ?? '').split(',');
  if (parts.length !== 3 || parts.some((part) => part.trim() === '')) return null;
  const [lat = NaN, lng = NaN, zoom = NaN] = parts.map(Number);
  const isOnEarth = Math.abs(lat) <= 85 && Math.abs(lng) <= 180 && zoom >= 0 && zoom <= 22;
  return isOnEarth ? { lat, lng, zoom } : null;
}

export function parseLens(text: string | undefined): Lens {
  return lenses.find((lens) => lens === text) ?? 'status';
}

/** An operator that does not exist is refused by the server, which knows them. */
export function parseStatusView(search: Record<string, unknown>): StatusView {
  const view = StatusView.safeParse({ operator: search['op'], technology: search['tech'] });
  return view.success ? view.data : StatusView.parse({});
}

function keysOf(lens: Lens): readonly string[] {
  return lens === 'status' ? placeStatuses : lensCategories[lens];
}

/** Unknown words are left out; the order is that of the legend. */
export function parseHidden(text: string | undefined, lens: Lens): ReadonlySet<string> {
  const words = new Set((text ?? '').split(','));
  return new Set(keysOf(lens).filter((key) => words.has(key)));
}

/** Undefined when nothing is hidden, so that the address stays short. */
export function formatHidden(hidden: ReadonlySet<string>, lens: Lens): string | undefined {
  const words = keysOf(lens).filter((key) => hidden.has(key));
  return words.length === 0 ? undefined : words.join(',');
}

/** What is drawn when the address says nothing: the localities. */
export function parseShow(text: string | undefined): ReadonlySet<PointKind> {
  if (text === undefined) return new Set(shownAtFirst);
  const words = new Set(text.split(','));
  return new Set(pointKinds.filter((kind) => words.has(kind)));
}

/** Undefined for what is drawn at first, so that the address stays short; `none` for no points at all. */
export function formatShow(shown: ReadonlySet<PointKind>): string | undefined {
  const words = pointKinds.filter((kind) => shown.has(kind));
  if (words.join() === shownAtFirst.join()) return undefined;
  return words.length === 0 ? 'none' : words.join(',');
}

/** Keeps what is well-formed of an address, drops the rest. */
export function parseMapSearch(search: Record<string, unknown>): MapSearch {
  const { at, place, hide, list, mark, report } = search;
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const view = parseView(text(at));
  const lens = parseLens(text(search['lens']));
  const hidden = formatHidden(parseHidden(text(hide), lens), lens);
  const { operator, technology } = parseStatusView(search);
  const show = formatShow(parseShow(text(search['show'])));
  const idOf = (value: unknown) =>
    typeof value === 'string' && reportPattern.test(value) ? value : undefined;
  const [locality, facility] = [idOf(search['locality']), idOf(search['facility'])];
  const item = idOf(search['item']);
  const site = idOf(search['site']);
  const cov = formatCoverage(parseCoverage(text(search['cov'])));
  const sides = parseSides(text(search['side']));
  const plan = parsePlan(text(search['plan']));
  const best = parseBest(text(search['best']));
  const tower = formatTower(parseTower(text(search['tower'])));
  const planof = idOf(search['planof']);
  return {
    ...(view && { at: formatView(view) }),
    ...(typeof place === 'string' && codePattern.test(place) && { place }),
    ...(hidden !== undefined && { hide: hidden }),
    ...(operator !== 'all' && { op: operator }),
    ...(technology !== 'any' && { tech: technology }),
    ...(lens !== 'status' && { lens }),
    ...(list === '1' && { list }),
    ...(mark === '1' && { mark }),
    ...(typeof report === 'string' && reportPattern.test(report) && { report }),
    ...(item !== undefined && { item }),
    ...(show !== undefined && { show }),
    ...(locality !== undefined && { locality }),
    ...(facility !== undefined && { facility }),
    ...(cov !== undefined && { cov }),
    ...(site !== undefined && { site }),
    ...(sides && { side: formatSides(sides) }),
    ...(plan && { plan: formatPlan(plan) }),
    ...(best && { best: formatBest(best) }),
    ...((plan || best) && tower !== undefined && { tower }),
    ...(plan && planof !== undefined && { planof }),
  };
}

/** Plain text values only: the router's own JSON would turn code 13.10 into the number 13.1. */
export function parseSearchText(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

/** The inverse of parseSearchText, with commas and dots left readable. */
export function formatSearchText(search: Record<string, unknown>): string {
  const pairs = Object.entries(search)
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(([key, value]) => {
      const text = encodeURIComponent(String(value)).replaceAll('%2C', ',').replaceAll('%2F', '/');
      return `${encodeURIComponent(key)}=${text}`;
    });
  return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
