// The pure parts of the planning screens: figures in words, the curve, the section of the ground.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Gain, Profile } from '../../../server/coverage/planning-contract.ts';
import { curvePoints, pathOf } from '../../../web/features/planning/curve.ts';
import { fractionText, gainFigures, gainNotes } from '../../../web/features/planning/figures.ts';
import { readNumber } from '../../../web/features/planning/number-field.tsx';
import { profileWords } from '../../../web/features/planning/path-profile.tsx';
import { shapeProfile } from '../../../web/features/planning/profile-shape.ts';
import { id } from '../../../web/i18n/id.ts';

const village: Gain['villages'][number] = {
  ...{ code: '13.01.01.2001', kind: 'nagari', name: 'Inderapura', districtName: 'Pancung Soal' },
  ...{ reachedFraction: 0.5, newFraction: 0.5, localitiesNew: 0, peopleNew: 100 },
  ...{ householdsNew: null, isKnown: false, position: [100, -2] },
};

function gain(over: Partial<Gain> = {}): Gain {
  return {
    ...{ technology: '4g', footprint: [], radiusM: 3000, isEstimate: true, isCutByTerrain: false },
    ...{ areaKm2: 28.2, newAreaKm2: 20, villagesNew: 2, localitiesNew: 0, peopleNew: 100 },
    ...{ householdsNew: 0, villagesWithoutPeople: 1, peopleByArea: 0 },
    known: { villages: 0, localities: 0, people: 0, households: 0 },
    villages: [village, { ...village, code: '13.01.01.2002', peopleNew: null }],
    overlaps: [],
    ...over,
  };
}

test.each([
  [0, '0%'],
  [0.004, '<1%'],
  [0.62, '62%'],
  [0.996, '>99%'],
  [1, '100%'],
])('%d is %s', (fraction, text) => expect(fractionText(fraction, 'id')).toBe(text));

describe('figures of a gain', () => {
  test('what nobody knows is not 0', () => {
    expect(gainFigures(gain())).toEqual([
      { key: 'people', value: 100 },
      { key: 'households', value: null },
      { key: 'villages', value: 2 },
    ]);
    expect(gainFigures(gain({ villagesWithoutPeople: 2 }))[0]?.value).toBeNull();
    expect(gainFigures(gain({ localitiesNew: 3 })).at(-1)).toEqual({ key: 'localities', value: 3 });
  });

  const words = id.planning.gain;
  const known = (villages: number, people: number) => ({
    known: { villages, people, localities: 0, households: 0 },
  });
  test.each<[string, Partial<Gain>, string[]]>([
    ['nobody has reported', {}, [words.knownNone, words.withoutPeople('1'), words.modelled]],
    ['all is known', known(2, 100), [words.knownAll, words.withoutPeople('1'), words.modelled]],
    [
      'some is known, some counted by area',
      { ...known(1, 40), villagesWithoutPeople: 0, peopleByArea: 60 },
      [
        words.knownSome('1', '2'),
        words.knownPeople('40', '100'),
        words.byArea('60'),
        words.modelled,
      ],
    ],
  ])('%s', (_name, over, expected) => {
    expect(gainNotes(gain(over), words, 'id')).toEqual(expected);
  });
});

test.each([
  ['', null],
  [' 3,5 ', 3.5],
  ['3.5', 3.5],
  ['4', 4],
  ['-4', Number.NaN],
  ['4 km', Number.NaN],
])('%j is typed as %d', (text, number) => expect(readNumber(text)).toEqual(number));

describe('the curve', () => {
  const box = { left: 10, top: 20, width: 100, height: 50 };

  test('begins at none and ends at what is reached', () => {
    const points = curvePoints([0.5, 1], box);
    expect(points).toEqual([
      [10, 70],
      [60, 45],
      [110, 20],
    ]);
    expect(pathOf(points)).toBe('M10.0 70.0L60.0 45.0L110.0 20.0');
  });

  test('stays inside its box', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1, max: 2, noNaN: true }), { maxLength: 20 }),
        (all) => {
          for (const [x, y] of curvePoints(all, box)) {
            expect(x).toBeGreaterThanOrEqual(10);
            expect(x).toBeLessThanOrEqual(110.001);
            expect(y).toBeGreaterThanOrEqual(20);
            expect(y).toBeLessThanOrEqual(70);
          }
        },
      ),
    );
  });
});

describe('the section of the ground', () => {
  const box = { left: 0, top: 0, width: 100, height: 100 };
  const sample = (distanceM: number, groundM: number, lineM: number) => ({
    ...{ distanceM, groundM, lineM, fresnelM: distanceM === 500 ? 8 : 0 },
  });
  const profile: Profile = {
    ...{ distanceM: 1000, antennaHeightM: 40, receiverHeightM: 1.5, frequencyMhz: 900 },
    samples: [sample(0, 100, 140), sample(500, 160, 121), sample(1000, 100, 102)],
    hasLineOfSight: false,
    isFresnelClear: false,
    blockedAt: { distanceM: 500, position: [100, -2], byM: 39 },
  };

  test('is drawn to scale, marked where it is blocked', () => {
    const shape = shapeProfile(profile, box);
    expect(shape.lowM).toBeCloseTo(95.2);
    expect(shape.highM).toBeCloseTo(164.8);
    expect(shape.ground[0]).toEqual([0, 100]);
    expect(shape.ground).toHaveLength(5);
    expect(shape.line[0]?.[0]).toBe(0);
    expect(shape.line.at(-1)?.[0]).toBe(100);
    expect(shape.fresnel).toHaveLength(6);
    expect(shape.blocked?.[0]).toBe(50);
    expect(shape.blocked?.[1]).toBeCloseTo(100 * (1 - (160 - 95.2) / 69.6));
  });

  test.each<[string, Partial<Profile>, string]>([
    ['blocked', {}, 'Terhalang tanah di jarak 500 m, 39 m di atas garis pandang.'],
    ['clear', { blockedAt: null, isFresnelClear: true }, id.planning.profile.clear],
    ['tight', { blockedAt: null }, id.planning.profile.tight],
  ])('%s', (_name, over, expected) => {
    expect(profileWords({ ...profile, ...over }, id.planning.profile, 'id')).toBe(expected);
  });
});
