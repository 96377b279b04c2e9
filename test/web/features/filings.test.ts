// A comparison of plans as it is looked at: which lines, what they say, and what a decision makes of them.
import { describe, expect, it, test } from 'vitest';
import type { FiledSite, FilingCounts, FilingLine } from '#contract/filings';
import { lineWords } from '../../../web/features/filings/line-words.ts';
import { en } from '../../../web/i18n/en.ts';
import { id } from '../../../web/i18n/id.ts';
import {
  countConsequences,
  decideLines,
  linesShown,
  parseFilingSearch,
  sumChanges,
} from '../../../web/lib/filing-view.ts';

const site: FiledSite = {
  siteRef: 'PSR041',
  siteName: 'Muaro',
  position: [100.05, -1.95],
  state: 'planned',
  plannedOn: '2026-09-30',
  onAirOn: null,
  cells: ['4g 1800 120° planned 2026-09-30'],
};

function line(over: Partial<FilingLine> = {}): FilingLine {
  return {
    ...{ number: 1, kind: 'changed', siteRef: 'PSR041', siteName: 'Muaro' },
    ...{ position: [100.05, -1.95], before: site, after: site, movedM: 0, shiftedDays: 0 },
    ...{ isTaken: true, reason: null, commitment: null },
    ...over,
  };
}

describe('the words of a line', () => {
  const later = { ...site, plannedOn: '2026-12-31', cells: ['4g 1800 120° planned 2026-12-31'] };
  const onAir = { ...site, state: 'on_air' as const, plannedOn: null, onAirOn: '2026-11-01' };
  test.each<[string, Partial<FilingLine>, string]>([
    [
      'put off',
      { kind: 'slipped', after: later, shiftedDays: 92 },
      'mundur 92 hari: 30 Sep 2026 → 31 Des 2026',
    ],
    [
      'brought forward',
      { kind: 'advanced', before: later, after: site, shiftedDays: -92 },
      'maju 92 hari: 31 Des 2026 → 30 Sep 2026',
    ],
    ['moved', { kind: 'moved', movedM: 1234 }, 'pindah 1,2 km'],
    [
      'moved and put off',
      { kind: 'moved', movedM: 1234, after: later, shiftedDays: 92 },
      'pindah 1,2 km · mundur 92 hari: 30 Sep 2026 → 31 Des 2026',
    ],
    ['shifted', { movedM: 40 }, 'bergeser 40 m'],
    ['on air', { after: onAir, shiftedDays: null }, 'rencana → aktif sejak 1 Nov 2026'],
    ['renamed', { after: { ...site, siteName: 'Koto' } }, 'nama Muaro → Koto'],
    ['under another id', { after: { ...site, siteRef: 'X1' } }, 'ID PSR041 → X1'],
    [
      'with other cells',
      { after: { ...site, cells: ['5g 3500 planned 2026-09-30'] } },
      'sel baru 5G 3500 · sel hilang 4G 1800 120°',
    ],
    [
      'without its date',
      { after: { ...site, plannedOn: null, cells: ['4g 1800 120° planned'] }, shiftedDays: null },
      'target 30 Sep 2026 dihapus',
    ],
    ['new', { kind: 'new', before: null }, 'rencana, target 30 Sep 2026 · 4G 1800 120°'],
    [
      'removed',
      { kind: 'removed', after: null },
      'tadinya rencana, target 30 Sep 2026 · 4G 1800 120°',
    ],
    ['the same', { kind: 'unchanged', before: null, after: null }, 'tidak berubah'],
  ])('%s', (_, over, expected) => {
    expect(lineWords(line(over), id.filings, 'id')).toBe(expected);
  });

  it('are there in English, too', () => {
    const said = lineWords(line({ after: later, shiftedDays: 92 }), en.filings, 'en');
    expect(said).toBe('92 days later: 30 Sept 2026 → 31 Dec 2026');
  });
});

describe('the address of a comparison', () => {
  test.each([
    [
      { kind: 'slipped', line: '12' },
      { kind: 'slipped', line: 12 },
    ],
    [{ kind: 'entah', line: '-3' }, {}],
    [{ line: 'x', kind: 7 }, {}],
    [{}, {}],
  ])('%j', (search, expected) => expect(parseFilingSearch(search)).toEqual(expected));
});

describe('the lines', () => {
  const lines = [
    line({ number: 1, kind: 'new', before: null, shiftedDays: null }),
    line({ number: 2, kind: 'slipped', commitment: { id: 'c', number: 3 } }),
    line({ number: 3, kind: 'unchanged' }),
    line({ number: 4, kind: 'new', before: null, after: { ...site, plannedOn: null } }),
  ];

  it('that are shown are all changes, or those of one kind', () => {
    const numbers = (kind?: FilingLine['kind']) =>
      linesShown(lines, kind).map(({ number }) => number);
    expect([numbers(), numbers('unchanged'), numbers('new')]).toEqual([[1, 2, 4], [3], [1, 4]]);
  });

  it('are decided by number or by kind; what is the same is not', () => {
    const left = (decision: Parameters<typeof decideLines>[1]) =>
      decideLines(lines, decision)
        .filter(({ isTaken }) => !isTaken)
        .map(({ number }) => number);
    expect(left({ lines: [2, 3], isTaken: false })).toEqual([2]);
    expect(left({ lines: 'new', isTaken: false })).toEqual([1, 4]);
    const [, slipped] = decideLines(lines, { lines: 'slipped', reason: 'land' });
    expect(slipped).toMatchObject({ isTaken: true, reason: 'land' });
  });

  it('tell what follows: commitments, and sites that may be promised', () => {
    expect(countConsequences(lines)).toEqual({ following: 1, proposable: 1 });
    const none = decideLines(decideLines(lines, { lines: 'new', isTaken: false }), {
      lines: 'slipped',
      isTaken: false,
    });
    expect(countConsequences(none)).toEqual({ following: 0, proposable: 0 });
  });

  it('are counted without those that stay the same', () => {
    const none = { lines: 0, taken: 0 };
    const counts: FilingCounts = {
      ...{ new: { lines: 3, taken: 2 }, moved: none, removed: { lines: 2, taken: 0 } },
      ...{ slipped: none, advanced: none, changed: none, unchanged: { lines: 90, taken: 90 } },
    };
    expect(sumChanges(counts)).toEqual({ lines: 5, taken: 2 });
  });
});
