// Who is without a signal, and how people are counted who would get one, as tables of cases.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cellTechnologies } from '../../../server/coverage/contract.ts';
import {
  countNew,
  isReached,
  knownSignal,
  todayOf,
  type Told,
} from '../../../server/coverage/planning-rules.ts';
import type { EvidenceKind, PlaceStatus } from '../../../server/status/contract.ts';
import type { OperatorVerdict } from '../../../server/status/rules.ts';
import { evidence } from '../../helpers/evidence.ts';

function verdict(
  status: OperatorVerdict['status'],
  kind: EvidenceKind,
  technology: '4g' | '5g' = '4g',
): OperatorVerdict {
  const made = evidence({ kind, technology });
  return { operatorId: 'telkomsel', status, confirmed: true, made, lacking: null, why: [] };
}

function told(status: PlaceStatus, over: Partial<Told> = {}): Told {
  const own = status === 'partial' || status === 'incomplete' ? 'blankspot' : status;
  return { status, confirmed: true, verdicts: [verdict(own, 'report')], ...over };
}

describe('whether a place has a signal', () => {
  // For those who ask for 2G, 3G, 4G, 5G or better: yes, no, or not known.
  test.each<[PlaceStatus, (boolean | null)[]]>([
    ['served', [true, true, true, false]],
    ['weak', [true, true, false, false]],
    ['2g_only', [true, true, false, false]],
    ['blankspot', [false, false, false, false]],
    ['outage', [false, false, false, false]],
    ['partial', [null, null, null, null]],
    ['incomplete', [null, null, null, null]],
    ['unknown', [null, null, null, null]],
  ])('%s', (status, expected) => {
    const answers = cellTechnologies.map(
      (technology) => knownSignal(told(status), technology)?.hasSignal ?? null,
    );
    expect(answers).toEqual(expected);
  });

  test('5G is there where it was found, and not only 4G', () => {
    const verdicts = [verdict('served', 'measurement', '5g')];
    expect(knownSignal(told('served', { verdicts }), '5g')?.hasSignal).toBe(true);
  });

  test('what does not count says nothing', () => {
    expect(knownSignal(told('blankspot', { confirmed: false }), '4g')).toBeNull();
  });
});

describe('what of a place has a signal today', () => {
  test.each<[string, PlaceStatus, EvidenceKind[], string]>([
    ['seen with a signal', 'served', ['report'], 'everywhere'],
    ['seen by one, counted by another', 'served', ['statistics', 'report'], 'everywhere'],
    ['seen without', 'blankspot', ['report', 'measurement'], 'nowhere'],
    ['counted without, which a filing beats', 'blankspot', ['statistics'], 'filed'],
    ['only partly seen without', 'blankspot', ['report', 'statistics'], 'filed'],
    ['counted with a signal', 'served', ['statistics'], 'everywhere'],
    ['not known', 'unknown', [], 'modelled'],
  ])('%s', (_name, status, kinds, expected) => {
    const own = status === 'served' ? 'served' : 'blankspot';
    const verdicts = kinds.map((kind) => verdict(own, kind));
    expect(todayOf(knownSignal(told(status, { verdicts }), '4g'))).toBe(expected);
  });
});

describe('counting people', () => {
  const at = (figure: number | null, isNew = true, isKnown = false) => ({ figure, isNew, isKnown });
  const half = { newFraction: 0.5, isKnown: false };
  test.each<[string, Parameters<typeof countNew>, ReturnType<typeof countNew>]>([
    ['nobody knows', [[], null, half], { total: null, byArea: 0, known: 0 }],
    ['by area', [[], 301, half], { total: 151, byArea: 151, known: 0 }],
    [
      'by area, where it is known that there is none',
      [[], 300, { newFraction: 0.5, isKnown: true }],
      { total: 150, byArea: 150, known: 150 },
    ],
    [
      'by localities where all have a figure',
      [[at(100), at(40, true, true), at(30, false)], 5000, half],
      { total: 140, byArea: 0, known: 40 },
    ],
    [
      'by area where a locality has none',
      [[at(100), at(null)], 300, half],
      { total: 150, byArea: 150, known: 0 },
    ],
    [
      'by those localities that have one, without the village',
      [[at(100), at(null)], null, half],
      { total: 100, byArea: 0, known: 0 },
    ],
    ['nobody lives there', [[at(0)], null, half], { total: 0, byArea: 0, known: 0 }],
    [
      'localities without figures are not 0',
      [[at(null)], null, half],
      { total: null, byArea: 0, known: 0 },
    ],
  ])('%s', (_name, args, expected) => {
    expect(countNew(...args)).toEqual(expected);
  });

  test('more reached is never fewer people', () => {
    const locality = fc.record({
      figure: fc.option(fc.nat(5000)),
      isNew: fc.boolean(),
      isMoreNew: fc.boolean(),
      isKnown: fc.boolean(),
    });
    const cases = fc.record({
      localities: fc.array(locality, { maxLength: 5 }),
      village: fc.option(fc.nat(20_000)),
      fractions: fc.tuple(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
      ),
    });
    fc.assert(
      fc.property(cases, ({ localities, village, fractions }) => {
        const [a, b] = fractions;
        const small = countNew(localities, village, {
          newFraction: Math.min(a, b),
          isKnown: false,
        });
        const large = countNew(
          localities.map(({ isNew, isMoreNew, ...rest }) => ({
            ...rest,
            isNew: isNew || isMoreNew,
          })),
          village,
          { newFraction: Math.max(a, b), isKnown: false },
        );
        expect(large.total === null).toBe(small.total === null);
        expect(large.total ?? 0).toBeGreaterThanOrEqual(small.total ?? 0);
        expect(large.byArea + large.known).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

test.each([
  [0, 0, false],
  [0.009, 0, false],
  [0.01, 0, true],
  [0, 1, true],
])('%s of the area and %i localities: %s', (fraction, localities, expected) => {
  expect(isReached(fraction, localities)).toBe(expected);
});
