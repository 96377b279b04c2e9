// What is decided behind the screens of declarations: gathering places, keys, drafts, the matrix.
import { describe, expect, test } from 'vitest';
import type { FoundPlace, WindowAnswer, WindowPlace } from '#contract/declarations';
import { readDraft, startDraft, toldOf } from '../../../web/features/declarations/answer-draft.ts';
import { answerText } from '../../../web/features/declarations/answer-words.ts';
import {
  addPlaces,
  countPeople,
  keyOf,
  listTicked,
  togglePlace,
} from '../../../web/features/declarations/chosen-set.ts';
import { actionOf, rowAfter } from '../../../web/features/declarations/grid-keys.ts';
import {
  cellKey,
  countAnswers,
  listAgreeable,
  listItems,
  readCellKey,
} from '../../../web/features/declarations/matrix-items.ts';
import { id as t } from '../../../web/i18n/id.ts';

const found = (villageCode: string, population: number | null = null): FoundPlace => ({
  ...{ villageCode, localityId: null, kind: 'nagari', name: 'Koto', villageKind: 'nagari' },
  ...{ villageName: 'Koto', districtName: 'Lunang', regencyCode: villageCode.slice(0, 5) },
  ...{ regencyName: 'Solok', status: 'blankspot', position: [100, -1], population, promises: 0 },
});

const answer = (over: Partial<WindowAnswer> = {}): WindowAnswer => ({
  ...{ operatorId: 'telkomsel', answer: 'build', on: '2027-06-30', kind: 'bts', siteRef: '' },
  ...{ reason: null, note: '', answeredAt: null, answeredByName: null, commitmentId: null },
  isMeasured: false,
  ...over,
});

const place = (number: number, code: string, answers: WindowAnswer[] = []): WindowPlace => ({
  ...found(code),
  ...{ number, answers, isForProposal: false },
});

describe('gathering places', () => {
  test('each search adds what is new, by code; what was left out is ticked again', () => {
    const first = addPlaces([], [found('13.02.01.2001'), found('13.01.01.2001')]);
    expect(first.added).toBe(2);
    const without = togglePlace(first.chosen, keyOf(found('13.01.01.2001')));
    expect(listTicked(without)).toHaveLength(1);
    const second = addPlaces(without, [found('13.01.01.2001'), found('13.01.01.2002')]);
    expect([second.added, second.again]).toEqual([1, 1]);
    expect(listTicked(second.chosen).map(({ villageCode }) => villageCode)).toEqual([
      '13.01.01.2001',
      '13.01.01.2002',
      '13.02.01.2001',
    ]);
  });

  test('no more than a window may ask about', () => {
    const many = Array.from({ length: 3001 }, (_, index) => found(`13.01.01.${1000 + index}`));
    const { chosen, isFull } = addPlaces([], many);
    expect([chosen.length, isFull]).toEqual([3000, true]);
  });

  test('people are counted where they are known', () => {
    expect(countPeople([found('a', 100), found('b'), found('c', 20)])).toEqual({
      people: 120,
      known: 2,
    });
  });
});

describe('keys', () => {
  const press = (key: string, over = {}) =>
    actionOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...over });

  test.each([
    ['j', { do: 'move', by: 1 }],
    ['ArrowUp', { do: 'move', by: -1 }],
    ['B', { do: 'answer', kind: 'build' }],
    ['t', { do: 'answer', kind: 'no_plan' }],
    ['s', { do: 'answer', kind: 'served' }],
    [' ', { do: 'choose' }],
    ['x', null],
    ['Tab', null],
  ])('%j', (key, expected) => expect(press(key)).toEqual(expected));

  test('with Ctrl only a means something', () => {
    expect(press('a', { ctrlKey: true })).toEqual({ do: 'choose-all' });
    expect(press('b', { ctrlKey: true })).toBeNull();
  });

  test('a movement stays within the rows', () => {
    expect(rowAfter({ do: 'move', by: -10 }, 3, 5)).toBe(0);
    expect(rowAfter({ do: 'move', by: 10 }, 3, 5)).toBe(4);
    expect(rowAfter({ do: 'go', to: 'last' }, 0, 5)).toBe(4);
  });
});

describe('drafts', () => {
  test('begin with what stands, else with the day said last but neither site nor note', () => {
    const stored = answer({ siteRef: 'PSL-1', note: 'Lama' });
    expect(startDraft('build', stored, {})).toMatchObject({ day: '2027-06-30', siteRef: 'PSL-1' });
    const last = { build: startDraft('build', stored, {}) };
    expect(startDraft('build', undefined, last)).toMatchObject({
      ...{ day: '2027-06-30', kind: 'bts', siteRef: '', note: '' },
    });
    expect(startDraft('served', stored, last)).toMatchObject({ answer: 'served', day: '' });
  });

  test('are read into what the contract takes; a missing day is named', () => {
    const draft = startDraft('build', answer(), {});
    const read = readDraft(draft);
    expect(read.data).toMatchObject({ answer: 'build', byOn: '2027-06-30', kind: 'bts' });
    expect(read.data && toldOf(read.data)).toMatchObject({ answer: 'build', on: '2027-06-30' });
    expect(readDraft({ ...draft, day: '' }).error?.issues[0]?.path).toEqual(['byOn']);
    expect(readDraft(startDraft('no_plan', undefined, {})).data).toEqual({
      ...{ answer: 'no_plan', reason: null, note: '' },
    });
  });
});

describe('the matrix', () => {
  test.each([
    [answer({ siteRef: 'PSL-1' }), true, 'Bangun s.d. 30 Jun 2027 · BTS baru · PSL-1'],
    [answer({ answer: 'no_plan', reason: 'land' }), true, 'Tidak ada rencana · Lahan'],
    [
      answer({ answer: 'served', on: '2026-01-15' }),
      true,
      'Sudah melayani sejak 15 Jan 2026 · perlu diukur',
    ],
    [undefined, true, 'Belum menjawab'],
    [undefined, false, 'Tidak menjawab'],
    [answer({ answer: 'silent' }), false, 'Tidak menjawab'],
  ])('says %#', (said, isOpen, expected) => {
    const { main, details } = answerText(said, isOpen, t, 'id');
    expect([main, ...details].join(' · ')).toBe(expected);
  });

  test('has its places under their regencies, and counts every answer once', () => {
    const places = [
      place(1, '13.01.01.2001', [answer()]),
      place(2, '13.01.01.2002', [answer({ commitmentId: 'x' })]),
      place(3, '13.71.01.1001', [answer({ answer: 'no_plan' })]),
      place(4, '13.71.01.1002'),
    ];
    expect(listItems(places).map((item) => ('place' in item ? item.place.number : item))).toEqual([
      { regency: 'Kab. Solok', places: 2 },
      1,
      2,
      { regency: 'Kota Solok', places: 2 },
      3,
      4,
    ]);
    expect(countAnswers(places, 'telkomsel')).toEqual({ build: 2, noPlan: 1, served: 0, open: 1 });
    expect(listAgreeable(places, 'telkomsel')).toEqual([cellKey(1, 'telkomsel')]);
    expect(readCellKey(cellKey(12, 'telkomsel'))).toEqual({ number: 12, operatorId: 'telkomsel' });
  });
});
