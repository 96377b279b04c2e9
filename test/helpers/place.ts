// A made-up corner of Sumatera Barat: square villages with round numbers, in a fresh database.
import { openDatabase, type Db } from '../../server/platform/database.ts';
import {
  ensureSource,
  insertRegions,
  prepareSaveBoundary,
  refreshBoundaryVersion,
} from '../../server/regions/boundary-store.ts';
import type { GazetteerRow } from '../../server/regions/gazetteer.ts';

/** Square of `sizeDeg` whose south-west corner is [west, south], as MultiPolygon coordinates. */
export function square(west: number, south: number, sizeDeg: number): [number, number][][][] {
  const [east, north] = [west + sizeDeg, south + sizeDeg];
  return [
    [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  ];
}

type Place = {
  code: string;
  name: string;
  kind: string;
  corner: [number, number];
  sizeDeg: number;
};

const places: Place[] = [
  { code: '13', name: 'Sumatera Barat', kind: 'provinsi', corner: [100, -2], sizeDeg: 1 },
  { code: '13.01', name: 'Pesisir Selatan', kind: 'kabupaten', corner: [100, -2], sizeDeg: 0.5 },
  { code: '13.01.01', name: 'Pancung Soal', kind: 'kecamatan', corner: [100, -2], sizeDeg: 0.5 },
  { code: '13.01.01.2001', name: 'Inderapura', kind: 'nagari', corner: [100, -2], sizeDeg: 0.1 },
  { code: '13.01.01.2002', name: "Ma'u Besar", kind: 'nagari', corner: [100.1, -2], sizeDeg: 0.1 },
  { code: '13.71', name: 'Padang', kind: 'kota', corner: [100.5, -2], sizeDeg: 0.5 },
  {
    code: '13.71.07',
    name: 'Lubuk Kilangan',
    kind: 'kecamatan',
    corner: [100.5, -2],
    sizeDeg: 0.5,
  },
  { code: '13.71.07.1001', name: 'Indarung', kind: 'kelurahan', corner: [100.5, -2], sizeDeg: 0.1 },
];

const levelOf = { 2: 'province', 5: 'regency', 8: 'district', 13: 'village' } as const;

function toRow({ code, name, kind, corner, sizeDeg }: Place): GazetteerRow {
  const parts = code.split('.');
  return {
    code,
    name,
    kind,
    level: levelOf[code.length as keyof typeof levelOf],
    parent: parts.length === 1 ? null : parts.slice(0, -1).join('.'),
    lng: corner[0] + sizeDeg / 2,
    lat: corner[1] + sizeDeg / 2,
    elevationM: 12,
    postalCode: '25671',
    pointSource: 'exact',
  };
}

/** Codes of the three villages. */
export const villages = {
  inderapura: '13.01.01.2001',
  mau: '13.01.01.2002',
  indarung: '13.71.07.1001',
} as const;

/** A database with the real migrations and the made-up places, their boundaries approximate. */
export function openPlaces(path = ':memory:'): Db {
  const db = openDatabase(path);
  insertRegions(db, places.map(toRow));
  const sourceId = ensureSource(db, {
    kind: 'approximate',
    name: 'made up',
    licence: null,
    datedOn: null,
    sha256: '00',
  });
  const save = prepareSaveBoundary(db);
  for (const { code, corner, sizeDeg } of places)
    save(code, 'approximate', sourceId, square(...corner, sizeDeg));
  refreshBoundaryVersion(db);
  return db;
}
