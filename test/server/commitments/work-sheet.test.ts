// What the rows of a liaison's workbook say, cell by cell, and which sheets are ours.
import { describe, expect, test } from 'vitest';
import { findAnswerRows, hasWorkSheet } from '../../../server/commitments/work-sheet-rows.ts';
import { readAnswer, readSteps } from '../../../server/commitments/work-sheet-read.ts';
import {
  answerHeaders,
  fingerprint,
  stepHeaders,
  type AnswerColumn,
  type StepColumn,
} from '../../../server/commitments/work-sheets.ts';

const blank = <Column extends string>(headers: Record<Column, string>) =>
  Object.fromEntries(Object.keys(headers).map((key) => [key, ''])) as Record<Column, string>;

const answer = (over: Partial<Record<AnswerColumn, string>>) =>
  readAnswer({ ...blank(answerHeaders), ...over });
const steps = (over: Partial<Record<StepColumn, string>>) =>
  readSteps({ ...blank(stepHeaders), ...over });

describe('an answer', () => {
  test.each<[string, Partial<Record<AnswerColumn, string>>, unknown]>([
    ['nothing', {}, null],
    ['a dash is nothing', { answer: '-', on: ' ' }, null],
    [
      'building by the end of a quarter',
      { answer: 'Bangun', on: 'TW III 2027', kind: 'BTS baru', siteRef: 'PSR041' },
      { answer: 'build', byOn: '2027-09-30', kind: 'bts', siteRef: 'PSR041', note: '' },
    ],
    [
      'in capitals, a serial number of Excel',
      { answer: 'BANGUN', on: '46387', kind: 'serat  optik' },
      { answer: 'build', byOn: '2026-12-31', kind: 'fibre', siteRef: '', note: '' },
    ],
    [
      'by its code',
      { answer: 'no_plan', reason: 'land', note: 'ulayat' },
      { answer: 'no_plan', reason: 'land', note: 'ulayat' },
    ],
    [
      'no plan, without a reason; a date that was left behind says nothing',
      { answer: 'tidak ada rencana', on: '2026-12-31' },
      { answer: 'no_plan', reason: null, note: '' },
    ],
    [
      'serving since a day',
      { answer: 'Sudah melayani', on: '12 Okt 2026' },
      { answer: 'served', sinceOn: '2026-10-12', note: '' },
    ],
  ])('%s', (_, cells, said) => {
    expect(answer(cells)).toEqual({ said });
  });

  test.each<[string, Partial<Record<AnswerColumn, string>>, [AnswerColumn, string][]]>([
    ['a word that is none', { answer: 'Mungkin' }, [['answer', 'answer_unknown']]],
    ['a date without an answer', { on: '2026-12-31' }, [['answer', 'required']]],
    [
      'building without date and kind: both are told',
      { answer: 'Bangun' },
      [
        ['on', 'required'],
        ['kind', 'required'],
      ],
    ],
    [
      'a date that is none',
      { answer: 'Bangun', on: 'segera', kind: 'VSAT' },
      [['on', 'not_a_day']],
    ],
    [
      'serving since a quarter: the day is needed',
      { answer: 'Sudah melayani', on: 'TW III 2026' },
      [['on', 'not_a_day']],
    ],
    [
      'a reason that is none',
      { answer: 'Tidak ada rencana', reason: 'malas' },
      [['reason', 'reason_unknown']],
    ],
    [
      'a day beyond what plans name',
      { answer: 'Bangun', on: '31/12/2100', kind: 'VSAT' },
      [['on', 'date_out_of_range']],
    ],
    [
      'a note longer than is kept',
      { answer: 'Tidak ada rencana', note: 'x'.repeat(1001) },
      [['note', 'too_long']],
    ],
  ])('refused: %s', (_, cells, errors) => {
    expect(answer(cells)).toEqual({ errors: errors.map(([column, code]) => ({ column, code })) });
  });
});

describe('the steps of a commitment', () => {
  test.each<[string, Partial<Record<StepColumn, string>>, unknown[]]>([
    ['nothing', { state: 'Disepakati', promisedOn: '2027-03-31' }, []],
    [
      'another state',
      { to: 'Mengudara', on: '20/11/2026' },
      [{ do: 'move', to: 'on_air', on: '2026-11-20', reason: null, note: '' }],
    ],
    [
      'another date, until the end of the month',
      { newDate: 'Juni 2027', reason: 'Lahan', note: 'ganti rugi' },
      [{ do: 'reschedule', promisedOn: '2027-06-30', reason: 'land', note: 'ganti rugi' }],
    ],
    [
      'both: first the state, then the date',
      { to: 'dikerjakan', on: '2026-11-20', newDate: '2027-06-30', reason: 'permit' },
      [
        { do: 'move', to: 'in_progress', on: '2026-11-20', reason: 'permit', note: '' },
        { do: 'reschedule', promisedOn: '2027-06-30', reason: 'permit', note: '' },
      ],
    ],
  ])('%s', (_, cells, said) => {
    expect(steps(cells)).toEqual({ said });
  });

  test.each<[string, Partial<Record<StepColumn, string>>, [StepColumn, string][]]>([
    ['a reason for nothing', { reason: 'Lahan' }, [['to', 'nothing_reported']]],
    ['a state without its day', { to: 'Terbangun' }, [['on', 'required']]],
    [
      'a state that is none, a date that is none',
      { to: 'hampir', newDate: 'TBD' },
      [
        ['to', 'state_unknown'],
        ['newDate', 'not_a_day'],
      ],
    ],
  ])('refused: %s', (_, cells, errors) => {
    expect(steps(cells)).toEqual({ errors: errors.map(([column, code]) => ({ column, code })) });
  });
});

describe('the sheets', () => {
  const row = (cells: string[]) => [{ number: 2, cells }];
  test('are known by their headers, in any order and under any name', () => {
    const tables = [
      { sheet: 'Rekap', header: ['Nama', 'Total'], rows: row(['Inderapura', '3']) },
      {
        sheet: 'Sheet1',
        header: ['jawaban', 'Catatan saya', 'NO TEMPAT', 'Deklarasi'],
        rows: row(['Bangun', 'tanya pusat', '2', '7']),
      },
    ];
    expect(hasWorkSheet(tables)).toBe(true);
    const [found] = findAnswerRows(tables);
    expect(found).toMatchObject({
      sheet: 'Sheet1',
      row: 2,
      cells: { window: '7', number: '2', answer: 'Bangun', on: '' },
    });
    expect(hasWorkSheet(tables.slice(0, 1))).toBe(false);
  });

  test('the mark of an answer is another one for every other answer', () => {
    const said = { answer: 'build', on: '2027-01-01', kind: 'bts', siteRef: '', note: '' } as const;
    const marks = [
      null,
      { ...said, reason: null },
      { ...said, reason: null, siteRef: 'A' },
      { ...said, reason: null, on: '2027-01-02' },
    ].map(fingerprint);
    expect(new Set(marks).size).toBe(marks.length);
    expect(marks.every((mark) => mark.startsWith('v'))).toBe(true);
  });
});
