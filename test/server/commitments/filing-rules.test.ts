// What became of an operator's sites from one filing to the next: which are one, what is said of them, and
// that nothing is lost or told twice.
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  applyLines,
  compareSites,
  followUpOf,
  needsReason,
  type ComparedLine,
} from '../../../server/commitments/filing-rules.ts';
import {
  describeSite,
  foldRef,
  groupSites,
  type PlanSite,
} from '../../../server/commitments/filing-site.ts';
import type { CommitmentState } from '../../../server/commitments/contract.ts';
import { planSite } from '../../helpers/filings.ts';

/** So far north of where the site stands, metres. */
const moved = (metres: number): [number, number] => [100.05, -1.95 + metres / 111_195];

function told(lines: readonly ComparedLine[]): string[] {
  return lines.map(({ kind, before, after }) =>
    [kind, before?.siteRef ?? '-', after?.siteRef ?? '-'].join(' '),
  );
}

describe('one site', () => {
  const was = planSite();
  test.each<[string, PlanSite, string, number | null, number | null]>([
    ['as it was', planSite(), 'unchanged', 0, 0],
    ['later', planSite({ by: '2027-07-01' }), 'slipped', 0, 92],
    ['earlier', planSite({ by: '2027-03-01' }), 'advanced', 0, -30],
    ['on air now', planSite({ state: 'on_air', by: '2026-11-01' }), 'changed', 0, null],
    ['built now', planSite({ state: 'built' }), 'changed', 0, 0],
    ['without a date', planSite({ by: null }), 'changed', 0, null],
    ['under another name', planSite({ siteName: 'Muaro' }), 'changed', 0, 0],
    ['without its name', planSite({ siteName: '' }), 'unchanged', 0, 0],
    ['a little off', planSite({ position: moved(8) }), 'unchanged', 8, 0],
    ['down the road', planSite({ position: moved(40) }), 'changed', 40, 0],
    ['at the edge', planSite({ position: moved(249) }), 'changed', 249, 0],
    ['somewhere else', planSite({ position: moved(251) }), 'moved', 251, 0],
    ['elsewhere and later', planSite({ position: moved(900), by: '2027-04-01' }), 'moved', 900, 1],
    ['near and later', planSite({ position: moved(40), by: '2027-04-01' }), 'slipped', 40, 1],
    ['under its id in capitals', planSite({ siteRef: 'psr-041' }), 'changed', 0, 0],
    ['near under another id', planSite({ siteRef: 'X1', position: moved(240) }), 'changed', 240, 0],
  ])('%s', (_, is, kind, movedM, shiftedDays) => {
    const lines = compareSites([was], [is]);
    expect(lines).toMatchObject([{ kind, movedM, shiftedDays, isTaken: true }]);
  });

  it('is another one under another id far away', () => {
    const lines = compareSites([was], [planSite({ siteRef: 'X1', position: moved(260) })]);
    expect(told(lines)).toEqual(['removed PSR041 -', 'new - X1']);
  });
});

describe('which sites are one', () => {
  it('is told by their ids before where they stand', () => {
    const [a, b] = [planSite({ siteRef: 'A' }), planSite({ siteRef: 'B', position: moved(100) })];
    const swapped = [
      { ...a, position: b.position },
      { ...b, position: a.position },
    ];
    expect(told(compareSites([a, b], swapped))).toEqual(['changed A A', 'changed B B']);
  });

  it('is each once, the nearest first, whatever the order of the rows', () => {
    const before = [0, 200].map((metres, index) =>
      planSite({ siteRef: `A${index}`, position: moved(metres) }),
    );
    const after = [90, 110, 190].map((metres, index) =>
      planSite({ siteRef: `B${index}`, position: moved(metres) }),
    );
    const expected = ['new - B1', 'changed A0 B0', 'changed A1 B2'].toSorted();
    expect(told(compareSites(before, after)).toSorted()).toEqual(expected);
    const turned = compareSites(before.toReversed(), after.toReversed());
    expect(told(turned)).toEqual(told(compareSites(before, after)));
  });

  it('is not told by an id that two of them share once it is folded', () => {
    const before = [planSite({ siteRef: 'PSR 041' })];
    const after = ['PSR-041', 'psr041'].map((siteRef, index) =>
      planSite({ siteRef, position: moved(400 + index * 100) }),
    );
    expect(told(compareSites(before, after))).toEqual([
      'removed PSR 041 -',
      'new - PSR-041',
      'new - psr041',
    ]);
  });

  test.each([
    ['PDG-001', 'pdg001'],
    [' pdg 001 ', 'pdg001'],
    ['ＰＤＧ００１', 'pdg001'],
    ['---', ''],
    ['@-1.50000, 100.05000', '@-1.50000, 100.05000'],
  ])('%j folds to %j', (ref, folded) => expect(foldRef(ref)).toBe(folded));
});

describe('a file that could be read only in part', () => {
  const base = ['A', 'B', 'C'].map((siteRef, index) =>
    planSite({ siteRef, position: moved(index * 5000) }),
  );

  it('takes nothing away by itself, and not at all what a broken row names', () => {
    const lines = compareSites(base, base.slice(0, 1), { rows: 2, refs: ['b'] });
    expect(lines.map(({ kind, isTaken }) => [kind, isTaken])).toEqual([
      ['unchanged', true],
      ['removed', false],
    ]);
    expect(applyLines(base, lines)).toEqual(base);
  });

  it('keeps the cells of a site of which a row is broken', () => {
    const [cell] = planSite().cells;
    if (!cell) throw new Error('no cell');
    const whole = { ...planSite(), cells: [cell, { ...cell, ref: '5g/-/omni' }] };
    const [line] = compareSites([whole], [planSite()], { rows: 1, refs: ['PSR041'] });
    expect(line).toMatchObject({ kind: 'unchanged', after: { cells: [{}, {}] } });
    expect(compareSites([whole], [planSite()])).toMatchObject([{ kind: 'changed' }]);
  });

  it('does not take a broken row’s site for one nearby', () => {
    const near = planSite({ siteRef: 'X', position: moved(100) });
    const lines = compareSites(base.slice(0, 1), [near], { rows: 1, refs: ['A'] });
    expect(told(lines)).toEqual(['new - X']);
  });
});

describe('always', () => {
  const Refs = fc.constantFrom('A', 'a ', 'A-1', 'A1', 'B', 'B2', 'C', '@-1.5, 100', '--');
  const Sites = fc
    .array(
      fc.record({
        siteRef: Refs,
        siteName: fc.constantFrom('', 'Muaro', 'Koto'),
        metres: fc.constantFrom(0, 5, 60, 200, 260, 500, 5000),
        by: fc.constantFrom(null, '2027-03-31', '2027-06-30', '2028-02-29'),
        state: fc.constantFrom('planned' as const, 'built' as const, 'on_air' as const),
      }),
      { maxLength: 9 },
    )
    .map((list) =>
      groupSites(list.map(({ metres, ...said }) => planSite({ ...said, position: moved(metres) }))),
    );

  const opposite = { new: 'removed', removed: 'new', slipped: 'advanced', advanced: 'slipped' };
  const turn = (kind: string) => Reflect.get(opposite, kind) ?? kind;

  it('says of a filing and itself that nothing changed', () => {
    fc.assert(
      fc.property(Sites, (sites) => {
        const lines = compareSites(sites, sites);
        expect(lines.map(({ kind }) => kind)).toEqual(sites.map(() => 'unchanged'));
      }),
    );
  });

  it('tells of every site of both sides in exactly one line', () => {
    fc.assert(
      fc.property(Sites, Sites, (before, after) => {
        const lines = compareSites(before, after);
        const refs = (side: 'before' | 'after') =>
          lines.flatMap((line) => line[side]?.siteRef ?? []).toSorted();
        expect(refs('before')).toEqual(before.map(({ siteRef }) => siteRef));
        expect(refs('after')).toEqual(after.map(({ siteRef }) => siteRef));
      }),
    );
  });

  it('says the opposite the other way round', () => {
    fc.assert(
      fc.property(Sites, Sites, (before, after) => {
        const forth = compareSites(before, after).map(({ kind, ...line }) =>
          [turn(kind), line.after?.siteRef, line.before?.siteRef].join('|'),
        );
        const back = compareSites(after, before).map(({ kind, ...line }) =>
          [kind, line.before?.siteRef, line.after?.siteRef].join('|'),
        );
        expect(forth.toSorted()).toEqual(back.toSorted());
      }),
    );
  });

  it('makes of the plans what the file says where all of it is taken, whatever the order', () => {
    fc.assert(
      fc.property(Sites, Sites, (before, after) => {
        const lines = compareSites(before, after);
        expect(applyLines(before, lines)).toEqual(after);
        expect(applyLines(before, lines.toReversed())).toEqual(after);
      }),
    );
  });

  it('leaves each site as it was whose line is left', () => {
    fc.assert(
      fc.property(Sites, Sites, fc.infiniteStream(fc.boolean()), (before, after, choices) => {
        const lines = compareSites(before, after).map((line) => ({
          ...line,
          isTaken: choices.next().value,
        }));
        const plans = applyLines(before, lines);
        for (const { isTaken, before: was, after: is } of lines) {
          const stays = isTaken ? is : was;
          if (stays) expect(plans).toContainEqual(stays);
        }
        const count = lines.filter((line) => (line.isTaken ? line.after : line.before)).length;
        expect(plans.length).toBe(count);
      }),
    );
  });
});

describe('what a commitment does', () => {
  const line = (site: PlanSite, shiftedDays: number | null) => ({
    after: describeSite(site),
    shiftedDays,
  });
  const later = planSite({ by: '2027-06-30' });
  const onAir = planSite({ state: 'on_air', by: '2026-11-02' });
  test.each<[string, ReturnType<typeof line>, CommitmentState, string, string | null]>([
    ['follows a later date', line(later, 91), 'agreed', '2027-03-31', '2027-06-30'],
    ['even while it is only proposed', line(later, 91), 'proposed', '2027-03-31', '2027-06-30'],
    ['not where it is later already', line(later, 91), 'agreed', '2027-12-31', null],
    ['follows an earlier date', line(later, -30), 'agreed', '2027-12-31', '2027-06-30'],
    ['not where it is earlier already', line(later, -30), 'agreed', '2027-03-31', null],
    ['not a date that did not move', line(later, 0), 'agreed', '2027-03-31', null],
    ['not the date of a new site', line(later, null), 'agreed', '2027-03-31', null],
    [
      'goes on air on the day of the file',
      line(onAir, null),
      'built',
      '2027-03-31',
      'on_air 11-02',
    ],
    ['not before it is agreed', line(onAir, null), 'proposed', '2027-03-31', null],
    ['once', line(onAir, null), 'on_air', '2027-03-31', null],
    [
      'is built today where no day is told',
      line(planSite({ state: 'built' }), 0),
      'in_progress',
      '2027-03-31',
      'built 11-22',
    ],
  ])('%s', (_, said, state, promisedOn, expected) => {
    const followUp = followUpOf(said, { state, promisedOn }, '2026-11-22');
    const found =
      followUp?.do === 'move' ? `${followUp.to} ${followUp.on.slice(5)}` : followUp?.promisedOn;
    expect(found ?? null).toBe(expected);
  });

  it('needs a reason only where it is put off', () => {
    const put = { do: 'reschedule', promisedOn: '2027-06-30' } as const;
    const asked = ['2027-03-31', '2027-12-31'].map((promisedOn) =>
      needsReason(put, { promisedOn }, null),
    );
    expect(asked).toEqual([true, false]);
    expect(needsReason(put, { promisedOn: '2027-03-31' }, 'permit')).toBe(false);
  });
});
