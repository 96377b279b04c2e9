// The batch screen's rules: what keys do to cells, moving, filling down, and what is sent of it.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Blangko } from '../../../server/evidence/batch-contract.ts';
import { readAnswer, readDay, readTime, typeKey } from '../../../web/features/batch/cells.ts';
import {
  beginsText,
  fillDown,
  listColumns,
  listRows,
  move,
  textAbove,
  withCell,
  withoutRow,
  type Cells,
  type Grid,
} from '../../../web/features/batch/grid.ts';
import { listFilled, placeRefusal, readReports } from '../../../web/features/batch/reports.ts';
import { id } from '../../../web/i18n/id.ts';

const muaro = '5b0c2d1e-3f4a-4b5c-8d6e-7f8091a2b3c4';
const reportId = '0d9e6c1b-5a7f-4c3e-9b21-8f4a6d2e7c10';
const villages: Blangko['villages'] = [
  {
    code: '13.01.01.2001',
    kind: 'nagari',
    name: 'Inderapura',
    rows: [
      { number: '1.1', about: 'locality', localityId: muaro, name: 'Jorong Muaro' },
      { number: '1.2', about: 'line', localityId: null, name: '' },
    ],
  },
  {
    code: '13.01.01.2002',
    kind: 'nagari',
    name: 'Muara Sakai',
    rows: [
      { number: '2.1', about: 'village', localityId: null, name: '' },
      { number: '2.2', about: 'line', localityId: null, name: '' },
    ],
  },
];
const operators = ['telkomsel', 'indosat'].map((name) => ({ id: name, name, isMobile: true }));
const satellite = { id: 'starlink', name: 'Starlink', isMobile: false };
const grid: Grid = {
  rows: listRows({ villages }, {}),
  columns: listColumns([...operators, satellite]),
};
const [first, firstLine, whole, secondLine] = grid.rows.map(({ key }) => key) as [
  string,
  string,
  string,
  string,
];
const at = (row: number, column: string) => ({
  row,
  column: grid.columns.findIndex(({ key }) => key === column),
});

describe('keys of a cell', () => {
  test.each([
    ['answer', '', '0', '-'],
    ['answer', '', '-', '-'],
    ['answer', '', '4', '4'],
    ['answer', '4', 'k', '4k'],
    ['answer', '4k', 'S', '4s'],
    ['answer', '4k', '2', '2'],
    ['answer', '4k', '0', '-'],
    ['answer', '', 'k', null],
    ['answer', '-', 'k', null],
    ['answer', '', '6', null],
    ['answer', '', 'x', null],
    ['time', '', 's', 's'],
    ['time', 's', 'm', 'sm'],
    ['time', 'm', 's', 'sm'],
    ['time', 'sm', 's', 'm'],
    ['time', 'sm', 'h', 'h'],
    ['time', 'h', 'm', 'm'],
    ['time', '', 'd', null],
    ['place', '', 'l', 'l'],
    ['place', 'l', 'D', 'd'],
    ['place', '', 's', null],
    ['note', '', 'a', null],
  ] as const)('%s %j + %s → %j', (kind, before, key, after) => {
    expect(typeKey(kind, before, key)).toBe(after);
  });

  test('whatever is typed, an answer can be read or is empty', () => {
    const keys = fc.array(fc.constantFrom(...Array.from('0-2345lkshx"')), { maxLength: 12 });
    fc.assert(
      fc.property(keys, (typed) => {
        const text = typed.reduce((before, key) => typeKey('answer', before, key) ?? before, '');
        expect(text === '' || readAnswer(text) !== null).toBe(true);
        const time = typed.reduce((before, key) => typeKey('time', before, key) ?? before, '');
        expect(time === '' || readTime(time) !== null).toBe(true);
      }),
    );
  });
});

describe('days', () => {
  test.each([
    ['12', '2026-11', '2026-11-12'],
    ['7', '2026-02', '2026-02-07'],
    ['30', '2026-02', null],
    ['29', '2028-02', '2028-02-29'],
    ['0', '2026-11', null],
    ['30/10', '2026-11', '2026-10-30'],
    ['30.10', '2026-11', '2026-10-30'],
    ['28/12', '2026-11', '2025-12-28'],
    ['28/12/2024', '2026-11', '2024-12-28'],
    ['28-12-24', '2026-11', '2024-12-28'],
    ['2026-11-03', '2026-10', '2026-11-03'],
    ['2026-02-31', '2026-10', null],
    ['13/13', '2026-11', null],
    ['kemarin', '2026-11', null],
    ['', '2026-11', null],
  ])('%j of %s is %j', (text, month, day) => {
    expect(readDay(text, month, '2026-11-22')).toBe(day);
  });
});

describe('rows and columns', () => {
  test('are those of the paper, added lines numbered on, fixed providers left out', () => {
    expect(grid.columns.map(({ key }) => key)).toEqual([
      'name',
      'answer.telkomsel',
      'answer.indosat',
      'day',
      'time',
      'place',
      'note',
    ]);
    const rows = listRows({ villages }, { '13.01.01.2001': 2 });
    expect(rows.map(({ number }) => number)).toEqual(['1.1', '1.2', '1.3', '1.4', '2.1', '2.2']);
    expect(new Set(rows.map(({ key }) => key)).size).toBe(6);
  });

  test('keep what was typed when a locality was added since', () => {
    const [village, ...others] = villages;
    if (!village) throw new Error('no village');
    const added = { number: '1.1', about: 'locality', localityId: reportId, name: 'A' } as const;
    const later = listRows(
      { villages: [{ ...village, rows: [added, ...village.rows] }, ...others] },
      {},
    );
    expect(later.map(({ key }) => key)).toEqual([reportId, first, firstLine, whole, secondLine]);
  });
});

describe('moving', () => {
  const press = (key: string, more = {}) => ({ key, ctrlKey: false, shiftKey: false, ...more });
  test.each([
    [[0, 0], press('ArrowUp'), [0, 0]],
    [[0, 1], press('ArrowRight'), [0, 2]],
    [[0, 6], press('ArrowRight'), [0, 6]],
    [[1, 3], press('Enter'), [2, 3]],
    [[1, 3], press('Enter', { shiftKey: true }), [0, 3]],
    [[3, 3], press('Enter'), [3, 3]],
    [[0, 2], press('ArrowDown', { ctrlKey: true }), [3, 2]],
    [[2, 4], press('Home'), [2, 0]],
    [[2, 4], press('End'), [2, 6]],
    [[2, 4], press('Home', { ctrlKey: true }), [0, 0]],
    [[2, 4], press('End', { ctrlKey: true }), [3, 6]],
    [[0, 4], press('PageDown'), [3, 4]],
    // Tab goes on in the next row, past the name of a known locality, and stops at an empty line's.
    [[0, 6], press('Tab'), [1, 0]],
    [[1, 6], press('Tab'), [2, 1]],
    [[2, 1], press('Tab', { shiftKey: true }), [1, 6]],
    // At the ends Tab leaves the grid.
    [[3, 6], press('Tab'), null],
    [[0, 1], press('Tab', { shiftKey: true }), null],
    [[0, 0], press('x'), null],
  ] as const)('%j %o → %j', ([row, column], key, wanted) => {
    const found = move(grid, { row, column }, key);
    expect(found && [found.row, found.column]).toEqual(wanted);
  });

  test('never leaves the grid', () => {
    const keys = [
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Enter',
      'PageUp',
      'PageDown',
      'Tab',
      'Home',
      'End',
    ];
    const presses = fc.array(
      fc.record({ key: fc.constantFrom(...keys), ctrlKey: fc.boolean(), shiftKey: fc.boolean() }),
    );
    fc.assert(
      fc.property(presses, (pressed) => {
        const end = pressed.reduce((from, key) => move(grid, from, key) ?? from, at(0, 'name'));
        expect(grid.rows[end.row]).toBeDefined();
        expect(grid.columns[end.column]).toBeDefined();
      }),
    );
  });

  test('a letter begins text only where text may stand', () => {
    const [known, line] = grid.rows;
    const [name, answer] = grid.columns;
    if (!known || !line || !name || !answer) throw new Error('too small a grid');
    expect(beginsText(line, name, 'K')).toBe(true);
    expect(beginsText(known, name, 'K')).toBe(false);
    expect(beginsText(line, answer, '4')).toBe(false);
    expect(beginsText(line, name, 'Shift')).toBe(false);
  });
});

describe('copying', () => {
  test('ditto takes the nearest filled cell above', () => {
    const cells: Cells = { [first]: { 'answer.telkomsel': '4k' } };
    expect(textAbove(grid, cells, at(2, 'answer.telkomsel'))).toBe('4k');
    expect(textAbove(grid, cells, at(2, 'answer.indosat'))).toBe('');
    expect(textAbove(grid, cells, at(0, 'answer.telkomsel'))).toBe('');
  });

  test.each([
    ['fills what is empty', { [first]: { day: '2026-11-12' } }, 'day', { [whole]: '2026-11-12' }],
    [
      'leaves what was typed',
      { [first]: { day: '2026-11-12' }, [whole]: { day: '2026-11-14' } },
      'day',
      { [whole]: '2026-11-14' },
    ],
    [
      'takes a line that has a name',
      { [first]: { day: '2026-11-12' }, [firstLine]: { name: 'Koto' } },
      'day',
      { [firstLine]: '2026-11-12', [whole]: '2026-11-12' },
    ],
    ['copies no note', { [first]: { note: 'x' } }, 'note', {}],
    ['copies nothing from an empty cell', {}, 'day', {}],
  ] as [string, Cells, string, Record<string, string>][])('%s', (_, cells, column, wanted) => {
    const filled = fillDown(grid, cells, at(0, column));
    const below = grid.rows.slice(1).flatMap(({ key }) => {
      const text = filled[key]?.[column];
      return text === undefined ? [] : [[key, text]];
    });
    expect(Object.fromEntries(below)).toEqual(wanted);
  });

  test('an emptied cell is gone, and with the last one its row', () => {
    const [row] = grid.rows;
    const [, telkomsel] = grid.columns;
    if (!row || !telkomsel) throw new Error('too small a grid');
    const cells = withCell({}, row, telkomsel, '4k');
    expect(cells).toEqual({ [first]: { 'answer.telkomsel': '4k' } });
    expect(withCell(cells, row, telkomsel, '')).toEqual({});
    expect(withoutRow(cells, row)).toEqual({});
  });
});

describe('what is sent', () => {
  const read = (cells: Cells) => readReports(grid, cells, () => reportId, '2026-11-22', id.problem);

  test('is every row that says something', () => {
    const cells: Cells = {
      [first]: { 'answer.telkomsel': '-' },
      [firstLine]: { name: 'Koto' },
      [whole]: { day: '2026-11-12', time: 's', place: 'l' },
      [secondLine]: { note: 'x' },
    };
    expect(listFilled(grid, cells).map(({ key }) => key)).toEqual([first, firstLine, secondLine]);
  });

  test('says what the cells say', () => {
    const { outgoing, errors } = read({
      [first]: {
        'answer.telkomsel': '4k',
        'answer.indosat': '-',
        day: '2026-11-12',
        time: 'sm',
        place: 'd',
        note: ' dekat jembatan ',
      },
      [firstLine]: { name: 'Koto Baru', 'answer.indosat': '2l', day: '2026-11-12' },
    });
    expect(errors).toEqual({});
    expect(outgoing.map(({ report }) => report.input)).toMatchObject([
      {
        villageCode: '13.01.01.2001',
        localityId: muaro,
        localityName: '',
        position: null,
        observedOn: '2026-11-12',
        availability: 'all_day',
        environment: 'indoor',
        note: 'dekat jembatan',
        statements: [
          { operatorId: 'telkomsel', technology: '4g', strength: 'strong' },
          { operatorId: 'indosat', technology: 'none', strength: null },
        ],
      },
      {
        localityId: null,
        localityName: 'Koto Baru',
        availability: null,
        environment: null,
        statements: [{ operatorId: 'indosat', technology: '2g', strength: 'weak' }],
      },
    ]);
  });

  test.each([
    ['answer.indosat', 'Pilih kuat sinyalnya.', { 'answer.indosat': '4', day: '2026-11-12' }],
    ['day', 'Isi tanggalnya.', { 'answer.indosat': '-' }],
    ['day', id.problem.codes.not_a_day, { 'answer.indosat': '-', day: '45' }],
    ['day', id.problem.codes.date_in_future, { 'answer.indosat': '-', day: '2026-11-23' }],
    ['answer.telkomsel', 'Isi paling sedikit satu operator.', { note: 'x', day: '2026-11-12' }],
    [
      'note',
      'Catatan paling panjang 2.000 huruf.',
      { 'answer.indosat': '-', day: '2026-11-12', note: 'x'.repeat(2001) },
    ],
  ])('is refused at %s: %s', (column, words, own) => {
    const { errors } = read({ [first]: own });
    expect(errors).toEqual({ [first]: { [column]: words } });
  });

  test('a line needs the name of its locality', () => {
    const { errors } = read({ [firstLine]: { 'answer.indosat': '-', day: '2026-11-12' } });
    expect(errors).toEqual({ [firstLine]: { name: 'Tulis nama jorong atau dusunnya.' } });
  });

  test.each([
    ['reports.1.statements.0.strength', 'strength_mismatch', whole, 'answer.indosat'],
    ['reports.1.observedOn', 'date_too_old', whole, 'day'],
    ['reports.0.localityId', 'locality_unknown', first, 'row'],
    ['reports.1.id', 'id_taken', whole, 'row'],
    ['reports.0.villageCode', 'outside_your_regency', first, 'row'],
  ])('the server’s %s belongs to its cell', (field, code, rowKey, column) => {
    const { outgoing } = read({
      [first]: { 'answer.telkomsel': '-', day: '2026-11-12' },
      [whole]: { 'answer.indosat': '4k', day: '2026-11-12' },
    });
    const errors = placeRefusal({ errors: [{ field, code }] }, outgoing, grid, id.problem);
    expect(Object.keys(errors)).toEqual([rowKey]);
    expect(Object.keys(errors[rowKey] ?? {})).toEqual([column]);
  });

  test('a refusal of the whole batch belongs to no cell', () => {
    expect(placeRefusal({ errors: [] }, [], grid, id.problem)).toEqual({});
  });
});
