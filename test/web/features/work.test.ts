// What a successor is told is open, in words, and where each role begins.
import { expect, test } from 'vitest';
import type { OpenWork } from '#contract/work';
import { homeOf } from '../../../web/app/roles.ts';
import { en } from '../../../web/i18n/en.ts';
import { id } from '../../../web/i18n/id.ts';
import { openParts } from '../../../web/lib/open-work.ts';

const nothing: OpenWork = {
  officeName: 'Telkomsel Sumbar',
  ...{ commitments: 0, late: 0, declarations: 0, filings: 0, obstacles: 0, reports: 0 },
};

test.each<[Partial<OpenWork>, string, string]>([
  [{}, '', ''],
  [{ commitments: 1 }, '1 komitmen', '1 commitment'],
  [
    { commitments: 12, late: 3, declarations: 5 },
    '12 komitmen (3 terlambat) dan 5 jawaban deklarasi',
    '12 commitments (3 late) and 5 declaration answers',
  ],
  [
    { filings: 1, obstacles: 2, reports: 40 },
    '1 berkas rencana, 2 kendala untuk ditengok dan 40 laporan',
    '1 plan file, 2 obstacles to look at and 40 reports',
  ],
])('%j', (over, indonesian, english) => {
  const open = { ...nothing, ...over };
  expect(openParts(open, id.work.handOver)).toBe(indonesian);
  expect(openParts(open, en.work.handOver)).toBe(english);
});

test.each([
  ['liaison', '/komitmen/tugas'],
  ['admin', '/'],
  ['regency', '/'],
] as const)('%s begins at %s', (role, path) => {
  expect(homeOf({ role })).toBe(path);
});
