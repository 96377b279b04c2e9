// Obstacles, the forecast and the story in words and lines: pure parts of the screens.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { CommitmentList } from '../../../server/commitments/contract.ts';
import type { Forecast, StoryEntry } from '../../../server/commitments/outlook-contract.ts';
import { roundUp, stepPoints, type StepBox } from '../../../web/features/outlook/forecast-steps.ts';
import {
  delayText,
  forecastSentences,
  isCutOff,
  quarterName,
  toldQuarter,
} from '../../../web/features/outlook/forecast-words.ts';
import {
  ageText,
  lookText,
  placeAbove,
  placeTitle,
} from '../../../web/features/outlook/obstacle-words.ts';
import {
  commitmentsOpenAt,
  lateDays,
  ownerText,
  promiseText,
} from '../../../web/features/outlook/promise-rows.ts';
import { mayRaiseAt, obstacleWriterOf } from '../../../web/features/outlook/scope.ts';
import { groupByMonth, storyText } from '../../../web/features/outlook/story-words.ts';
import { id as t } from '../../../web/i18n/id.ts';
import { account } from '../../helpers/commitment.ts';

const today = '2026-11-22';

describe('obstacles', () => {
  it.each([
    [0, '0 hari'],
    [60, '60 hari'],
    [61, '2 bulan'],
    [730, '23 bulan'],
    [731, '2 tahun'],
    [4000, '10 tahun'],
  ])('%i days are %s', (days, text) => {
    expect(ageText(days, t, 'id')).toBe(text);
  });

  it.each([
    ['2026-12-01', null, '1 Des 2026'],
    ['2026-11-22', null, 'Hari ini'],
    ['2026-11-10', null, 'Lewat 12 hari'],
    ['2026-11-10', '2026-11-05', 'Teratasi 5 Nov 2026'],
  ])('next look %s, lifted %s: %s', (nextLookOn, liftedOn, text) => {
    expect(lookText({ nextLookOn, liftedOn }, today, t, 'id')).toBe(text);
  });

  it('tells a jorong with its nagari, and a nagari by itself', () => {
    const village = {
      ...{ villageCode: '13.01.01.2001', localityId: null, kind: 'nagari', name: 'Inderapura' },
      ...{ villageKind: 'nagari', villageName: 'Inderapura', districtName: 'Pancung Soal' },
      ...{ regencyCode: '13.01', regencyName: 'Pesisir Selatan' },
    };
    const jorong = { ...village, localityId: 'x', kind: 'jorong', name: 'Pasar' };
    expect([placeTitle(village), placeAbove(village)]).toEqual([
      'Nagari Inderapura',
      'Kec. Pancung Soal, Pesisir Selatan',
    ]);
    expect([placeTitle(jorong), placeAbove(jorong)]).toEqual([
      'Jorong Pasar',
      'Nagari Inderapura, Kec. Pancung Soal, Pesisir Selatan',
    ]);
  });

  it.each([
    [account('staff'), true, true],
    [account('regency', null, '13.01'), true, false],
    [account('liaison', 'telkomsel'), true, true],
    [account('liaison'), false, false],
    [account('leader'), false, false],
    [null, false, false],
  ])('who may write where: %o', (who, here, elsewhere) => {
    const writer = obstacleWriterOf(who);
    expect(mayRaiseAt(writer, '13.01.01.2001')).toBe(here);
    expect(mayRaiseAt(writer, '13.71.07.1001')).toBe(elsewhere);
  });
});

describe('the chart', () => {
  it.each([
    [0, 1],
    [1, 1],
    [4, 5],
    [212, 300],
    [300, 300],
    [301, 500],
    [999, 1000],
  ])('ends for %i at %i', (value, end) => {
    expect(roundUp(value)).toBe(end);
  });

  test('two corners for today and each quarter, from edge to edge, never rising', () => {
    const box: StepBox = { left: 40, top: 20, width: 300, height: 200 };
    const values = fc
      .array(fc.nat(1000), { minLength: 4, maxLength: 12 })
      .map((list) => list.toSorted((a, b) => b - a));
    fc.assert(
      fc.property(values, ([now = 0, ...after]) => {
        const points = stepPoints(now, after, 1000, box);
        expect(points).toHaveLength(2 * (after.length + 1));
        expect([points[0]?.[0], points.at(-1)?.[0]]).toEqual([40, 340]);
        for (const [index, [x, y]] of points.entries()) {
          expect(x).toBeGreaterThanOrEqual(points[index - 1]?.[0] ?? 40);
          expect(y).toBeGreaterThanOrEqual(points[index - 1]?.[1] ?? 20);
          expect(y).toBeLessThanOrEqual(220);
        }
      }),
    );
  });
});

describe('the forecast in words', () => {
  const sum = (places: number) => ({ places, people: places * 100, placesWithPeople: places });
  const quarter = (endsOn: string, kept: number, slipped: number) => ({
    ...{ endsOn, ifKept: sum(kept), ifSlipped: sum(slipped) },
  });
  const forecast: Forecast = {
    ...{ area: '', today, now: sum(300), promised: sum(100) },
    quarters: [
      quarter('2026-12-31', 280, 290),
      quarter('2027-03-31', 250, 270),
      quarter('2027-12-31', 212, 251),
      quarter('2028-03-31', 200, 210),
    ],
    ...{ delays: [], allDelays: { medianDays: null, promises: 0 } },
  };

  it('tells the end of the next year, today, and what nobody has promised', () => {
    expect(toldQuarter(forecast.quarters)?.endsOn).toBe('2027-12-31');
    expect(forecastSentences(forecast, t, 'id')).toEqual({
      today: 'Hari ini 300 tempat (30.000 jiwa) tanpa sinyal.',
      later:
        'Akhir 2027 masih 212 tempat (21.200 jiwa) tanpa sinyal bila semua janji ditepati; bila meleset seperti selama ini, 251.',
      unpromised: '200 tempat (20.000 jiwa) belum dijanjikan siapa pun.',
    });
    expect(isCutOff(forecast)).toBe(true);
    expect(isCutOff({ ...forecast, promised: sum(90) })).toBe(false);
  });

  it.each([
    [null, 'belum cukup'],
    [0, 'tepat waktu'],
    [120, '120 hari'],
    [-14, '14 hari lebih cepat'],
  ])('a median of %s days: %s', (medianDays, text) => {
    expect(delayText({ medianDays, promises: 5 }, t, 'id')).toBe(text);
  });

  it('names quarters', () => {
    expect(['2026-03-31', '2026-12-31'].map((day) => quarterName(day, t))).toEqual([
      'TW I 2026',
      'TW IV 2026',
    ]);
  });
});

describe('promises of a village', () => {
  const row = {
    ...{ id: 'a', number: 7, operatorId: 'telkomsel', ownerId: 'telkomsel', kind: 'bts' },
    ...{ programme: 'own', duty: null, state: 'agreed', firstPromisedOn: '2026-10-31' },
    ...{ promisedOn: '2026-10-31', slips: 0, builtOn: null, onAirOn: null, servingOn: null },
    ...{ siteName: '', villageIds: [1], placeName: 'nagari Inderapura', places: 1 },
    ...{ isConfidential: false, updatedOn: '2026-10-01', version: 1 },
  } satisfies CommitmentList['rows'][number];
  const operators = [
    { id: 'telkomsel', name: 'Telkomsel' },
    { id: 'xlsmart', name: 'XLSMART' },
    { id: 'xl', name: 'XL Axiata' },
  ];
  const list: CommitmentList = { version: 1, today, operators, rows: [row] };

  it('says when, whose, and how late', () => {
    expect(promiseText(row, t, 'id')).toBe('sampai 31 Okt 2026');
    expect(lateDays(row, today)).toBe(22);
    expect(lateDays({ ...row, state: 'on_air' }, today)).toBeNull();
    const onAir = { ...row, state: 'on_air' as const, onAirOn: '2026-11-01' };
    expect(promiseText(onAir, t, 'id')).toBe('mengudara 1 Nov 2026, belum terukur');
    expect(promiseText({ ...row, state: 'declined' }, t, 'id')).toBe('');
    expect(ownerText({ ownerId: 'xlsmart', operatorId: 'xl' }, operators, t)).toBe(
      'XLSMART (dahulu XL Axiata)',
    );
  });

  it('offers to an obstacle only what that operator still owes', () => {
    expect(commitmentsOpenAt(list, 'telkomsel')).toHaveLength(1);
    expect(commitmentsOpenAt(list, 'indosat')).toEqual([]);
    expect(commitmentsOpenAt(undefined, 'telkomsel')).toEqual([]);
    const done = { ...list, rows: [{ ...row, state: 'serving' as const }] };
    expect(commitmentsOpenAt(done, 'telkomsel')).toEqual([]);
  });
});

describe('the story', () => {
  const entry = (on: string, what: StoryEntry['what']): StoryEntry => ({
    ...{
      key: on,
      on,
      at: null,
      byName: 'Sari',
      officeName: 'Diskominfo',
      localityName: null,
      what,
    },
  });
  const commitment = {
    ...{ kind: 'commitment' as const, commitmentId: 'a', number: 7, operatorName: 'Telkomsel' },
    ...{
      commitmentKind: 'bts' as const,
      action: 'proposed' as const,
      toState: 'proposed' as const,
    },
    ...{ promisedOn: '2027-02-28', promisedBefore: null, reason: null, note: '' },
  };
  const text = (what: StoryEntry['what']) => storyText(entry(today, what), t, 'id');

  it.each([
    [{}, 'Telkomsel menjanjikan BTS baru sampai 28 Feb 2027', 'plain'],
    [{ action: 'moved', toState: 'on_air' }, 'Telkomsel: Komitmen 7 mengudara', 'good'],
    [{ action: 'moved', toState: 'cancelled' }, 'Telkomsel: Komitmen 7 dibatalkan', 'bad'],
    [
      { action: 'rescheduled', promisedBefore: '2026-12-31' },
      'Telkomsel memundurkan Komitmen 7',
      'plain',
    ],
    [
      { action: 'rescheduled', promisedBefore: '2027-12-31' },
      'Telkomsel memajukan Komitmen 7',
      'plain',
    ],
    [{ action: 'served', toState: 'serving' }, 'Terukur melayani: Telkomsel, Komitmen 7', 'good'],
    [{ action: 'broken', toState: 'on_air' }, 'Tidak melayani lagi: Telkomsel, Komitmen 7', 'bad'],
    [{ action: 'inherited' }, 'Telkomsel mengambil alih Komitmen 7', 'plain'],
  ] as const)('%o: %s', (over, title, tone) => {
    expect(text({ ...commitment, ...over })).toMatchObject({ title, tone });
  });

  it('tells a slip with both days and the reason', () => {
    const slip = { action: 'rescheduled', promisedBefore: '2026-12-31', reason: 'land' } as const;
    expect(text({ ...commitment, ...slip, note: 'menunggu' }).lines).toEqual([
      'dari 31 Des 2026 ke 28 Feb 2027',
      'Lahan: menunggu',
    ]);
  });

  it('puts operators that say the same into one line', () => {
    const said = (operatorName: string, technology: 'none' | '4g') => ({
      ...{ operatorName, technology, isOutage: false },
      strength: technology === 'none' ? null : ('weak' as const),
    });
    const report = text({
      ...{ kind: 'report', reportId: 'a', reportKind: 'measurement', state: 'verified' },
      isSample: false,
      statements: [said('Telkomsel', 'none'), said('Indosat', '4g'), said('XLSMART', 'none')],
    });
    expect(report.title).toBe('Pengukuran');
    expect(report.standing).toBe('verified');
    expect(report.lines).toEqual(['Telkomsel, XLSMART: tidak ada sinyal', 'Indosat: 4G lemah']);
  });

  it('tells answers and obstacles', () => {
    const answer = {
      ...{ kind: 'answer' as const, windowId: 'w', windowTitle: 'Rakor', operatorName: 'Indosat' },
      ...{ promisedOn: null, note: '' },
    };
    expect(text({ ...answer, answer: 'silent' }).title).toBe('Indosat tidak menjawab');
    expect(text({ ...answer, answer: 'build', promisedOn: '2027-02-28' }).title).toBe(
      'Indosat menjawab: membangun sampai 28 Feb 2027',
    );
    const obstacle = {
      ...{
        kind: 'obstacle' as const,
        obstacleId: 'o',
        operatorName: null,
        reason: 'land' as const,
      },
      ...{ description: 'Belum sepakat', lifter: 'Wali Nagari', nextLookOn: '2027-01-10' },
    };
    expect(text({ ...obstacle, action: 'looked' })).toMatchObject({
      title: 'Ditinjau: Lahan',
      lines: ['Belum sepakat', 'tinjau lagi 10 Jan 2027'],
    });
  });

  it('stands by month, in the order in which it comes', () => {
    const days = ['2026-11-22', '2026-11-01', '2026-10-31', '2025-10-31'];
    const groups = groupByMonth(
      days.map((on) => entry(on, commitment)),
      'id',
    );
    expect(groups.map(({ month, entries }) => [month, entries.length])).toEqual([
      ['November 2026', 2],
      ['Oktober 2026', 1],
      ['Oktober 2025', 1],
    ]);
  });
});
