// After official boundaries came in: what the others look like beside them. Approximate cells
// make room, and districts, regencies and provinces are outlined anew. What comes out depends
// only on which boundaries are official, never on the order in which they were imported.
import type { Db } from '../platform/database.ts';
import { computeCells } from './approximate.ts';
import {
  type BoundaryKind,
  type BoundarySource,
  ensureSource,
  findBoundary,
  listBoundariesBelow,
  listCodesBelow,
  listOfficialVillagesIn,
  prepareSaveBoundary,
} from './boundary-store.ts';
import { parentCode } from './codes.ts';
import type { Level } from './contract.ts';
import { dissolve } from './dissolve.ts';
import { readGazetteer } from './gazetteer.ts';
import { difference, intersection, type Multi, union } from './geos.ts';
import { boundsOf, dropScraps, multiArea } from './planar.ts';

/**
 * Beside official boundaries an approximate village is drawn as the first of these that is at
 * least this share of its cell: the part that no official boundary covers (it has land of its
 * own there); the part inside its own district; the whole cell. The second is the usual case:
 * all 106 villages of Sumatera Barat without a polygon were split off since the files were made,
 * and lie wholly within the polygon of the nagari they came from. Nothing is left to give them,
 * so they lie over that nagari, where they can still be seen, chosen and counted, and stop at
 * the district's edge, because villages are split inside their district.
 */
const minFraction = 0.2;
/** Scraps of a cut cell below this share of what remains are differences of two coastlines. */
const minScrapFraction = 0.05;
/** From this share of official villages on, an outline follows them and no coarser file. */
const minOfficialFraction = 0.5;

/** Outlines made of official villages' boundaries; the same source for all of them. */
export const dissolvedSource: BoundarySource = {
  kind: 'official',
  name: 'Gabungan batas desa/kelurahan',
  licence: null,
  datedOn: null,
  sha256: 'dissolved',
};

/** A district's, regency's or province's boundary as a file gives it, coarser than villages. */
export type CoarseBoundary = { area: Multi; sourceId: number };
type Outline = { kind: BoundaryKind; area: Multi };

/** What of `cell` no official boundary covers, scraps left out; `[]` when (nearly) all is. */
export function freePart(cell: Multi, official: readonly Multi[]): Multi {
  if (official.length === 0) return cell;
  const rest = difference(cell, union([...official]));
  return dropScraps(rest, multiArea(rest) * minScrapFraction);
}

/** The boundary of an approximate village: the first of these that is large enough. */
export function fitCell(cell: Multi, free: Multi, inDistrict: Multi): Multi {
  const isEnough = (part: Multi) => multiArea(part) >= minFraction * multiArea(cell);
  return [free, inDistrict].find(isEnough) ?? cell;
}

function memoize<T>(compute: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    const value = known.get(key) ?? compute(key);
    known.set(key, value);
    return value;
  };
}

class Deriver {
  readonly #db: Db;
  readonly #approximateId: number;
  readonly #dissolvedId: number;
  readonly #save: ReturnType<typeof prepareSaveBoundary>;

  constructor(db: Db, approximateId: number) {
    this.#db = db;
    this.#approximateId = approximateId;
    this.#dissolvedId = ensureSource(db, dissolvedSource);
    this.#save = prepareSaveBoundary(db);
  }

  #keep(code: string, { kind, area }: Outline, sourceId: number): void {
    const stored = findBoundary(this.#db, code);
    const isSame = stored?.kind === kind && stored.coordinates === JSON.stringify(area);
    if (!isSame || stored.sourceId !== sourceId) this.#save(code, kind, sourceId, area);
  }

  /** Fits the approximate villages of a province; gives what each adds to its district. */
  #villages(province: string, cells: ReadonlyMap<string, Multi>): Map<string, Outline> {
    const outlines = new Map<string, Outline>();
    const villages = listBoundariesBelow(this.#db, province, 'village');
    const officialIn = memoize((district: string) => {
      const inside = ({ code, kind }: (typeof villages)[number]) =>
        kind === 'official' && code.startsWith(`${district}.`);
      return union(villages.filter(inside).map(({ area }) => area));
    });
    for (const { code, kind, area } of villages) {
      const cell = cells.get(code);
      if (kind === 'official' || cell === undefined) {
        outlines.set(code, { kind, area });
        continue;
      }
      const free = freePart(cell, listOfficialVillagesIn(this.#db, boundsOf(cell)));
      const fitted = fitCell(cell, free, intersection(cell, officialIn(code.slice(0, 8))));
      this.#keep(code, { kind, area: fitted }, this.#approximateId);
      // A cell kept whole over its neighbours must not bulge its district's outline over theirs.
      outlines.set(code, { kind, area: free });
    }
    return outlines;
  }

  #hasOwnFile(code: string): boolean {
    const stored = findBoundary(this.#db, code);
    return stored?.kind === 'official' && stored.sourceId !== this.#dissolvedId;
  }

  /** Outlines one level up from those of the children below. */
  #outline(
    children: ReadonlyMap<string, Outline>,
    coarse: ReadonlyMap<string, CoarseBoundary>,
    isFine: (code: string) => boolean,
  ): Map<string, Outline> {
    const groups = new Map<string, Outline[]>();
    for (const [code, outline] of children) {
      const parent = parentCode(code) ?? code;
      const group = groups.get(parent) ?? [];
      group.push(outline);
      groups.set(parent, group);
    }
    const outlines = new Map<string, Outline>();
    for (const [code, group] of groups) {
      const given = coarse.get(code);
      if (!isFine(code) && (given || this.#hasOwnFile(code))) {
        const stored = findBoundary(this.#db, code);
        const area = given?.area ?? (JSON.parse(stored?.coordinates ?? '[]') as Multi);
        this.#keep(code, { kind: 'official', area }, given?.sourceId ?? stored?.sourceId ?? 0);
        outlines.set(code, { kind: 'official', area });
        continue;
      }
      const kind = group.every((child) => child.kind === 'official') ? 'official' : 'approximate';
      const area = dissolve(group.map((child) => child.area));
      const sourceId = kind === 'official' ? this.#dissolvedId : this.#approximateId;
      // Nothing of it is free: a new district whose villages all lie over others keeps its cells.
      if (area.length > 0) this.#keep(code, { kind, area }, sourceId);
      outlines.set(code, { kind, area });
    }
    return outlines;
  }

  province(
    code: string,
    cells: ReadonlyMap<string, Multi>,
    coarse: ReadonlyMap<string, CoarseBoundary>,
  ): void {
    const villages = this.#villages(code, cells);
    const isFine = isMostlyOfficial(villages);
    let outlines = villages;
    const above: Level[] = ['district', 'regency', 'province'];
    for (const _level of above) outlines = this.#outline(outlines, coarse, isFine);
  }
}

/** Whether at least half of the villages below a code are official. */
function isMostlyOfficial(villages: ReadonlyMap<string, Outline>): (code: string) => boolean {
  const counts = new Map<string, [number, number]>();
  for (const [village, { kind }] of villages) {
    for (let code = parentCode(village); code !== null; code = parentCode(code)) {
      const [official, all] = counts.get(code) ?? [0, 0];
      counts.set(code, [official + (kind === 'official' ? 1 : 0), all + 1]);
    }
  }
  return (code) => {
    const [official, all] = counts.get(code) ?? [0, 1];
    return official / all >= minOfficialFraction;
  };
}

/**
 * Derives what depends on official boundaries, in each of `provinces`: approximate villages are
 * fitted, upper levels outlined from villages, or taken from `coarse` (or a coarse file imported
 * before) where less than half of their villages are official. Unchanged rows stay as they are.
 * `approximateId` is the source of approximate boundaries. Call inside a transaction.
 */
export function deriveBoundaries(
  db: Db,
  provinces: readonly string[],
  coarse: ReadonlyMap<string, CoarseBoundary>,
  approximateId: number,
): void {
  const deriver = new Deriver(db, approximateId);
  const approximate = new Map(
    provinces.map((code) => [code, listCodesBelow(db, code, 'village', 'approximate')]),
  );
  const wanted = [...approximate.values()].flat();
  const cells =
    wanted.length === 0 ? new Map<string, Multi>() : computeCells(readGazetteer(), wanted);
  for (const code of provinces) deriver.province(code, cells, coarse);
}
