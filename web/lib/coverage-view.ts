// What of coverage the map draws, as the address says it, and what two maps side by side compare. Pure.
import {
  allOperators,
  CellTechnology,
  cellTechnologies,
  coverageBases,
  CoveragePhase,
  coveragePhases,
  type LayerKey,
} from '#contract/coverage';

/** Points that belong to coverage. */
export const coveragePoints = ['sites', 'uncovered', 'measured'] as const;
export type CoveragePoint = (typeof coveragePoints)[number];

/** Which layers: what stands or is planned, what was computed or filed. */
export const layerSides = [...coveragePhases, ...coverageBases] as const;
export type LayerSide = (typeof layerSides)[number];

export type CoverageView = {
  /** Ids, or allOperators; none: no layer is drawn. */
  operators: ReadonlySet<string>;
  technologies: ReadonlySet<CellTechnology>;
  sides: ReadonlySet<LayerSide>;
  points: ReadonlySet<CoveragePoint>;
  /** Whether the statuses of the villages keep their colour under the layers. */
  hasStatuses: boolean;
};

const firstTechnologies: readonly CellTechnology[] = ['4g'];
const firstSides: readonly LayerSide[] = ['on_air', 'computed', 'filed'];
const statusWord = 'status';

const words = (text: string | undefined) => (text ?? '').split(',').filter((word) => word !== '');

function listKnown<T extends string>(all: readonly T[], text: string | undefined): T[] {
  const wanted = new Set(words(text));
  return all.filter((one) => wanted.has(one));
}

const isOperator = (word: string) => /^[a-z0-9_-]{1,40}$/.test(word);
const toWord = (operatorId: string) => (operatorId === allOperators ? 'all' : operatorId);
const fromWord = (word: string) => (word === 'all' ? allOperators : word);

/** `operators/technologies/what else`, each with commas between; what is left out is what comes first. */
export function parseCoverage(text: string | undefined): CoverageView {
  const [operators, technologies, shown] = (text ?? '').split('/');
  const known = listKnown(cellTechnologies, technologies);
  const sides = listKnown(layerSides, shown);
  return {
    operators: new Set(words(operators).filter(isOperator).slice(0, 20).map(fromWord)),
    technologies: new Set(known.length === 0 ? firstTechnologies : known),
    sides: new Set(sides.length === 0 ? firstSides : sides),
    points: new Set(listKnown(coveragePoints, shown)),
    hasStatuses: words(shown).includes(statusWord),
  };
}

/** Undefined for a map without coverage, so that the address stays short. */
export function formatCoverage(view: CoverageView): string | undefined {
  const technologies = cellTechnologies.filter((one) => view.technologies.has(one));
  const sides = layerSides.filter((one) => view.sides.has(one));
  const shown = [
    ...(sides.join() === firstSides.join() ? [] : sides),
    ...coveragePoints.filter((one) => view.points.has(one)),
    ...(view.hasStatuses ? [statusWord] : []),
  ];
  const parts = [
    [...view.operators].map(toWord).toSorted().join(','),
    technologies.join() === firstTechnologies.join() ? '' : technologies.join(','),
    shown.join(','),
  ];
  return parts.join('/').replace(/\/+$/, '') || undefined;
}

/** The layers of those that there are which the view asks for; the weakest technology first, plans last. */
export function listDrawn<L extends LayerKey>(view: CoverageView, layers: readonly L[]): L[] {
  const rank = ({ phase, technology }: LayerKey) =>
    coveragePhases.indexOf(phase) * 10 + cellTechnologies.indexOf(technology);
  return layers
    .filter(
      ({ basis, phase, operatorId, technology }) =>
        view.operators.has(operatorId) &&
        view.technologies.has(technology) &&
        view.sides.has(phase) &&
        view.sides.has(basis),
    )
    .toSorted((a, b) => rank(a) - rank(b));
}

/** One of two maps side by side. */
export type Half = {
  operatorId: string;
  technology: CellTechnology;
  phase: CoveragePhase;
  /** ISO date; null: today. */
  onDay: string | null;
};

export type Sides = readonly [left: Half, right: Half];

const between = '~';

function parseHalf(text: string): Half | null {
  const [operator = '', technology, phase, onDay, ...rest] = text.split('.');
  const known = [CellTechnology.safeParse(technology), CoveragePhase.safeParse(phase)] as const;
  const isDay = onDay === undefined || !Number.isNaN(Date.parse(`${onDay}T00:00:00Z`));
  const isDated = onDay === undefined || /^\d{4}-\d{2}-\d{2}$/.test(onDay);
  if (!isOperator(operator) || !isDay || !isDated || rest.length > 0) return null;
  if (!known[0].success || !known[1].success) return null;
  return {
    operatorId: fromWord(operator),
    technology: known[0].data,
    phase: known[1].data,
    onDay: onDay ?? null,
  };
}

function formatHalf({ operatorId, technology, phase, onDay }: Half): string {
  return [toWord(operatorId), technology, phase, ...(onDay === null ? [] : [onDay])].join('.');
}

/** `telkomsel.4g.on_air.2025-10-01~telkomsel.4g.on_air`; null when that is not what the text says. */
export function parseSides(text: string | undefined): Sides | null {
  const halves = (text ?? '').split(between).map(parseHalf);
  const [left, right] = halves;
  return halves.length === 2 && left && right ? [left, right] : null;
}

export function formatSides([left, right]: Sides): string {
  return `${formatHalf(left)}${between}${formatHalf(right)}`;
}

/** Where comparing begins: what is looked at now, beside the same a year before `today` (ISO date). */
export function beginComparing(view: CoverageView, today: string): Sides {
  const [operatorId = allOperators, other] = view.operators;
  const [technology = '4g'] = view.technologies;
  const now: Half = { operatorId, technology, phase: 'on_air', onDay: null };
  if (other !== undefined) return [now, { ...now, operatorId: other }];
  // The last of February has no day of its own in most years.
  const before = `${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('-02-29', '-02-28')}`;
  return [{ ...now, onDay: before }, now];
}
