// Reads which cells a table means by its columns for technology and band: "4G", "L1800", "2G/4G",
// "LTE 900 + 1800", "B3", "DCS". Pure; one row may stand for several cells.
import type { CellTechnology } from '../coverage/contract.ts';
import { isEmptyCell, tidyCell } from './cells.ts';

/** One of the cells of a row; `bandMhz` null where only the technology is told. */
export type CellKind = { technology: CellTechnology; bandMhz: number | null };

type Part = { technology: CellTechnology | null; bandMhz: number | null };

export type CellKindReading =
  | { kind: 'cells'; cells: CellKind[] }
  | { kind: 'empty' }
  | { kind: 'refused'; at: 'technology' | 'band'; code: CellKindProblem };

/** Why they are refused; `web/i18n/<language>/problem.ts` has a text for each. */
export type CellKindProblem = 'cell_technology_unknown' | 'band_unknown' | 'band_unclear';

/** The words of files of operators and of OpenCelliD. */
const technologyWords: Record<string, CellTechnology> = {
  ...{ '2g': '2g', gsm: '2g', g: '2g', edge: '2g', gprs: '2g', cdma: '2g', dcs: '2g', d: '2g' },
  ...{ '3g': '3g', umts: '3g', u: '3g', wcdma: '3g', w: '3g', hspa: '3g', hsdpa: '3g', evdo: '3g' },
  ...{ '4g': '4g', lte: '4g', l: '4g', fdd: '4g', tdd: '4g', volte: '4g' },
  ...{ '5g': '5g', nr: '5g', n: '5g', gnb: '5g' },
};

/** The bands of 3GPP that are used in Indonesia, MHz. */
const bandNumbers: Record<string, number> = {
  ...{ '1': 2100, '3': 1800, '5': 850, '8': 900, '20': 800, '26': 850, '28': 700 },
  ...{ '7': 2600, '38': 2600, '40': 2300, '41': 2600, '77': 3500, '78': 3500, '258': 26_000 },
};

/** Frequencies that stand for a band where a file has no other word for it. */
const isBandMhz = (mhz: number) => mhz >= 300 && mhz <= 60_000;

/** One word: "4g", "l1800", "b3", "n78", "1800mhz"; null where it is none of those. */
function readWord(word: string): Part | null {
  const technology = technologyWords[word];
  if (technology !== undefined)
    return { technology, bandMhz: word === 'dcs' || word === 'd' ? 1800 : null };
  const mhz = /^(\d{3,5})(?:mhz)?$/.exec(word);
  if (mhz) return isBandMhz(Number(mhz[1])) ? { technology: null, bandMhz: Number(mhz[1]) } : null;
  const band = /^b(\d{1,3})$/.exec(word);
  if (band) {
    const bandMhz = bandNumbers[band[1] ?? ''];
    return bandMhz === undefined ? null : { technology: null, bandMhz };
  }
  const nr = /^n(\d{1,3})$/.exec(word);
  const nrMhz = nr && bandNumbers[nr[1] ?? ''];
  if (nrMhz) return { technology: '5g', bandMhz: nrMhz };
  const joined = /^([a-z]+|[2-5]g)(\d{3,5})(?:mhz)?$/.exec(word);
  const ofJoined = joined && technologyWords[joined[1] ?? ''];
  const joinedMhz = Number(joined?.[2]);
  return ofJoined && isBandMhz(joinedMhz) ? { technology: ofJoined, bandMhz: joinedMhz } : null;
}

/** All words of a cell; null where one of them is unknown. "LTE 1800" is one part, not two. */
function readParts(cell: string): Part[] | null {
  const words = tidyCell(cell)
    .toLowerCase()
    .replace(/(\d)\s*mhz\b/g, '$1')
    .replace(/\bband\s*(?=\d)/g, 'b')
    .split(/[\s/,+&;|()-]+/)
    .filter((word) => word !== '' && !['dan', 'and', 'mhz', 'only'].includes(word));
  const parts: Part[] = [];
  for (const word of words) {
    const part = readWord(word);
    if (part === null) return null;
    const last = parts.at(-1);
    const isBandOfLast = part.technology === null && last?.technology != null;
    if (isBandOfLast && last.bandMhz === null) last.bandMhz = part.bandMhz;
    else parts.push(isBandOfLast ? { ...part, technology: last.technology } : part);
  }
  return parts;
}

const hasTechnology = (part: Part): part is CellKind => part.technology !== null;

/** Each cell once: "4G/LTE" is one. A technology that comes with its band does not come without it. */
function distinct(cells: readonly CellKind[]): CellKind[] {
  const keyOf = ({ technology, bandMhz }: CellKind) => `${technology}/${bandMhz}`;
  const named = cells.filter(
    ({ technology, bandMhz }) =>
      bandMhz !== null ||
      !cells.some((other) => other.technology === technology && other.bandMhz !== null),
  );
  return [...new Map(named.map((cell) => [keyOf(cell), cell])).values()];
}

/** Technologies without a band of their own, with the bands of the other column. */
function join(technologies: readonly CellKind[], bands: readonly Part[]): CellKind[] | null {
  const bare = bands.filter((part) => !hasTechnology(part));
  const whole = bands.filter(hasTechnology);
  if (bare.length === 0) return [...technologies, ...whole];
  const [only] = technologies;
  if (technologies.length === 1 && only)
    return [...bare.map(({ bandMhz }) => ({ ...only, bandMhz })), ...whole];
  // "2G/4G" beside "900/1800": one after the other.
  if (technologies.length !== bare.length) return null;
  return [
    ...technologies.map((cell, index) => ({ ...cell, bandMhz: bare[index]?.bandMhz ?? null })),
    ...whole,
  ];
}

/**
 * The cells of a row. `usual` stands for a technology that neither cell tells (null: none does). Refuses
 * words that are neither technology nor band, and bands of which it is not clear whose they are.
 */
export function readCellKinds(
  technologyCell: string,
  bandCell: string,
  usual: CellTechnology | null,
): CellKindReading {
  const isBlank = (cell: string) => isEmptyCell(tidyCell(cell));
  const technologies = isBlank(technologyCell) ? [] : readParts(technologyCell);
  if (technologies === null)
    return { kind: 'refused', at: 'technology', code: 'cell_technology_unknown' };
  // A bare small number under a band's header is the band's number: 3, 8, 40.
  const bandText = tidyCell(bandCell).replace(/^(?=\d{1,2}$)/, 'b');
  const bands = isBlank(bandCell) ? [] : readParts(bandText);
  if (bands === null) return { kind: 'refused', at: 'band', code: 'band_unknown' };
  const told = technologies.filter(hasTechnology);
  const loose = [...technologies.filter((part) => !hasTechnology(part)), ...bands];
  const isTold = told.length > 0 || loose.some(hasTechnology);
  if (!isTold && usual === null) return { kind: 'empty' };
  const known = isTold || usual === null ? told : [{ technology: usual, bandMhz: null }];
  const joined = join(distinct(known), loose);
  if (joined === null) return { kind: 'refused', at: 'band', code: 'band_unclear' };
  return { kind: 'cells', cells: distinct(joined) };
}
