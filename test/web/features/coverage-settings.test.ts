// The fields of the coverage rules: what is written is read back, what is typed wrong is told at its field.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CoverageSettings } from '../../../server/coverage/contract.ts';
import { defaultSettings } from '../../../server/coverage/rules.ts';
import {
  changeLine,
  moveLine,
  readDraft,
  withLine,
  withoutLine,
  writeDraft,
  type CoverageDraft,
} from '../../../web/features/admin/coverage-settings-draft.ts';

const draft = writeDraft(defaultSettings);
const bands = ({ reach }: CoverageDraft) => reach.map(({ bandMhz }) => bandMhz).join(' ');

test('the fields go there and back', () => expect(readDraft(draft)).toEqual(defaultSettings));

test('whatever the settings are, to the metre', () =>
  fc.assert(
    fc.property(
      fc.record({
        defaultRadiusM: fc.integer({ min: 100, max: 30_000 }),
        villageFraction: fc.integer({ min: 50, max: 1000 }).map((one) => one / 1000),
        antennaHeightM: fc.integer({ min: 20, max: 2000 }).map((one) => one / 10),
      }),
      (change) => {
        const settings = { ...defaultSettings, ...change };
        expect(readDraft(writeDraft(settings))).toEqual(settings);
      },
    ),
  ));

test.each([
  ['defaultRadiusKm', '3,5', { defaultRadiusM: 3500 }],
  ['defaultRadiusKm', ' 3.25 km', { defaultRadiusM: 3250 }],
  ['villagePercent', '62,5 %', { villageFraction: 0.625 }],
  ['receiverHeightM', '1,5 m', { receiverHeightM: 1.5 }],
] as const)('%s typed as %j', (key, text, read) =>
  expect(readDraft({ ...draft, [key]: text })).toMatchObject(read),
);

test.each([
  [{ defaultRadiusKm: 'jauh' }, 'defaultRadiusM'],
  [{ defaultRadiusKm: '' }, 'defaultRadiusM'],
  [{ defaultRadiusKm: '31' }, 'defaultRadiusM'],
  [{ villagePercent: '0' }, 'villageFraction'],
  [{ antennaHeightM: '-4' }, 'antennaHeightM'],
  [changeLine(draft, 2, { radiusKm: '' }), 'reach.2.radiusM'],
  [changeLine(draft, 0, { bandMhz: '18' }), 'reach.0.bandMhz'],
  [changeLine(draft, 0, { bandMhz: 'rendah' }), 'reach.0.bandMhz'],
])('%# is refused at its field', (change, field) => {
  const parsed = CoverageSettings.safeParse(readDraft({ ...draft, ...change }));
  expect(parsed.error?.issues.map(({ path }) => path.join('.'))).toEqual([field]);
});

describe('lines', () => {
  test('an empty band and technology are all of them', () =>
    expect(readDraft(changeLine(draft, 0, { bandMhz: '', technology: '4g' }))).toMatchObject({
      reach: [
        { technology: '4g', bandMhz: null, radiusM: 10_000 },
        ...defaultSettings.reach.slice(1),
      ],
    }));

  test('are added below with the default radius and a key of their own', () => {
    const next = withLine(draft);
    expect(next.reach.at(-1)).toMatchObject({ bandMhz: '', radiusKm: '3' });
    expect(new Set(next.reach.map(({ key }) => key)).size).toBe(next.reach.length);
    expect(withLine({ ...draft, reach: [] }).reach).toHaveLength(1);
  });

  test('move by one and stay at the edge', () => {
    expect(bands(moveLine(draft, 1, -1))).toMatch(/^800 700 850/);
    expect(bands(moveLine(draft, 0, 1))).toMatch(/^800 700 850/);
    expect(moveLine(draft, 0, -1)).toBe(draft);
    expect(bands(withoutLine(draft, 0))).toMatch(/^800 850/);
  });
});
