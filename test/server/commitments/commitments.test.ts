// Commitments through the real router: promising, moving, amending; who may, what is refused and why, and
// what becomes of it in the audit trail.
import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import {
  commitmentStates,
  unpackCommitments,
  type Commitment,
} from '../../../server/commitments/contract.ts';
import { createTestApp, type TestApp } from '../../helpers/app.ts';
import { propose, take } from '../../helpers/commitment.ts';
import { villages } from '../../helpers/place.ts';
import type { Person } from '../../helpers/verify.ts';

let it: TestApp;
let staff: Person;
let telkomsel: Person;
let indosat: Person;

beforeEach(async () => {
  it = createTestApp();
  staff = await it.person('staff');
  telkomsel = await it.person('liaison', { operatorId: 'telkomsel' });
  indosat = await it.person('liaison', { operatorId: 'indosat' });
});

async function proposed(
  who: Person,
  over: Parameters<typeof propose>[1] = {},
): Promise<Commitment> {
  const { status, body } = await propose(who, over);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as Commitment;
}

function listAudit(action: string) {
  return it.db
    .prepare('SELECT account_id, subject, after FROM audit WHERE action = ?')
    .all(action) as {
    account_id: string;
    subject: string;
    after: string;
  }[];
}

/** Everything that is stored about commitments, to see that nothing changed. */
function stored() {
  return ['commitment', 'commitment_place', 'commitment_event'].map((table) =>
    it.db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all(),
  );
}

describe('promising', () => {
  test('a liaison proposes, staff agree, and the history says who and when', async () => {
    const { id, number, state, version, isLate, moves } = await proposed(telkomsel);
    expect({ number, state, isLate, moves }).toEqual({
      number: 1,
      state: 'proposed',
      isLate: false,
      moves: ['declined'],
    });
    const { body } = await take(
      staff,
      { id, version },
      { do: 'move', to: 'agreed', on: '2026-11-22' },
    );
    expect(body).toMatchObject({ state: 'agreed', agreedOn: '2026-11-22', version: 2 });
    expect(
      body.events.map((event: Commitment['events'][number]) => [event.action, event.byName]),
    ).toEqual([
      ['proposed', 'liaison 2'],
      ['moved', 'staff 1'],
    ]);
    expect(it.events.at(-1)).toEqual({ type: 'commitments', version: 2 });
  });

  test('the same again is the same commitment; its id with another promise is refused', async () => {
    const id = randomUUID();
    await propose(telkomsel, {}, id);
    expect((await propose(telkomsel, {}, id)).body.number).toBe(1);
    const other = await propose(telkomsel, { promisedOn: '2028-01-01' }, id);
    expect([other.status, other.body.code]).toEqual([409, 'id_taken']);
    expect(it.db.prepare('SELECT count(*) FROM commitment').pluck().get()).toBe(1);
  });

  test.each<[string, Parameters<typeof propose>[1], string, string]>([
    ['an unknown operator', { operatorId: 'tri' }, 'operatorId', 'operator_unknown'],
    [
      'an unknown village',
      { places: [{ villageCode: '13.01.01.2999', localityId: null }] },
      'places.0',
      'place_unknown',
    ],
    [
      'a locality that is not there',
      { places: [{ villageCode: villages.inderapura, localityId: randomUUID() }] },
      'places.0',
      'place_unknown',
    ],
    ['no place', { places: [] }, 'places', 'too_short'],
    [
      'a place twice',
      {
        places: [
          { villageCode: villages.inderapura, localityId: null },
          { villageCode: villages.inderapura, localityId: null },
        ],
      },
      'places',
      'place_twice',
    ],
    ['an unknown tenant', { tenants: ['tri'] }, 'tenants', 'operator_unknown'],
    ['a year that is a slip', { promisedOn: '2207-03-31' }, 'promisedOn', 'date_out_of_range'],
  ])('%s is refused', async (_, over, field, code) => {
    const { status, body } = await propose(staff, over);
    expect([status, body.errors[0].field, body.errors[0].code]).toEqual([422, field, code]);
    expect(it.db.prepare('SELECT count(*) FROM commitment').pluck().get()).toBe(0);
  });

  test('a liaison promises for its own operator only, not for the past, and gives no basis', async () => {
    const foreign = await propose(telkomsel, { operatorId: 'indosat' });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'foreign_operator']);
    const past = await propose(telkomsel, { promisedOn: '2026-11-21' });
    expect(past.body.errors[0]).toMatchObject({ code: 'date_in_past', value: '2026-11-21' });
    const basis = await propose(telkomsel, { basisKind: 'decision' });
    expect(basis.body.errors[0]).toMatchObject({ field: 'basisKind', code: 'field_for_staff' });
    expect(
      listAudit('commitment.propose.refused').map(({ after }) => JSON.parse(after).code),
    ).toEqual(['foreign_operator', 'invalid', 'invalid']);
  });
});

describe('every pair of states, as every role', () => {
  const mayMove: Record<string, Record<string, string>> = {
    proposed: { agreed: 's', declined: 'so' },
    agreed: { proposed: 's', in_progress: 'so', built: 'so', on_air: 'so', cancelled: 's' },
    in_progress: { agreed: 's', built: 'so', on_air: 'so', cancelled: 's' },
    built: { agreed: 's', in_progress: 's', on_air: 'so', cancelled: 's' },
    on_air: { in_progress: 's', built: 's', cancelled: 's' },
    serving: {},
    declined: { proposed: 's' },
    cancelled: { agreed: 's' },
  };

  test.each(commitmentStates)('from %s', async (from) => {
    const people: [string, Person, string][] = [
      ['admin', await it.person('admin'), 's'],
      ['staff', staff, 's'],
      ['regency', await it.person('regency', { regencyCode: '13.01' }), '-'],
      ['leader', await it.person('leader'), '-'],
      ['its operator', telkomsel, 'o'],
      ['another operator', indosat, '-'],
    ];
    const { id } = await proposed(telkomsel);
    for (const to of commitmentStates)
      for (const [role, who, letter] of people) {
        it.db
          .prepare(
            `UPDATE commitment SET state = ?, agreed_on = '2026-10-01', on_air_on = '2026-11-22',
               version = 1 WHERE id = ?`,
          )
          .run(from, id);
        const step = { do: 'move', to, on: '2026-11-22', reason: 'land', note: 'sebab' };
        const { status } = await take(who, { id, version: 1 }, step);
        const may = mayMove[from]?.[to]?.includes(letter) ?? false;
        const refusal = letter === '-' ? 403 : 422;
        expect([role, to, status]).toEqual([role, to, may ? 200 : refusal]);
        const state = it.db.prepare('SELECT state FROM commitment WHERE id = ?').pluck().get(id);
        expect([role, to, state]).toEqual([role, to, may ? to : from]);
      }
  });
});

describe('another date', () => {
  test('keeps the earlier ones with their reasons', async () => {
    const first = await proposed(telkomsel);
    const second = await take(telkomsel, first, {
      do: 'reschedule',
      promisedOn: '2027-06-30',
      reason: 'permit',
      note: 'izin nagari belum keluar',
    });
    const third = await take(telkomsel, second.body, {
      do: 'reschedule',
      promisedOn: '2027-09-30',
      reason: 'power',
    });
    expect(third.body).toMatchObject({
      firstPromisedOn: '2027-03-31',
      promisedOn: '2027-09-30',
      slips: 2,
    });
    expect(
      third.body.events.map((event: Commitment['events'][number]) => [
        event.promisedBefore,
        event.promisedOn,
        event.reason,
      ]),
    ).toEqual([
      [null, '2027-03-31', null],
      ['2027-03-31', '2027-06-30', 'permit'],
      ['2027-06-30', '2027-09-30', 'power'],
    ]);
  });

  test('what happened cannot be changed or deleted, not even in the database', async () => {
    await proposed(telkomsel);
    expect(() =>
      it.db.prepare("UPDATE commitment_event SET promised_on = '2020-01-01'").run(),
    ).toThrow(/never changed/);
    expect(() => it.db.prepare('DELETE FROM commitment_event').run()).toThrow(/never deleted/);
  });
});

describe('what is refused changes nothing and is written down', () => {
  test.each<[string, Record<string, unknown>, string]>([
    ['serving', { do: 'move', to: 'serving', on: '2026-11-22' }, 'serving_needs_measurement'],
    ['backdating', { do: 'move', to: 'built', on: '2026-11-20' }, 'date_before_last_update'],
    ['the future', { do: 'move', to: 'built', on: '2026-11-23' }, 'date_in_future'],
    [
      'a slip without a reason',
      { do: 'reschedule', promisedOn: '2028-01-01' },
      'slip_needs_reason',
    ],
    ['the basis', { do: 'amend', terms: { basisNumber: '12/2026' } }, 'field_for_staff'],
    ['what was agreed', { do: 'amend', terms: { programme: 'uso' } }, 'field_for_staff'],
  ])('%s, by its liaison', async (_, step, code) => {
    const { id } = await proposed(telkomsel);
    const { body } = await take(
      staff,
      { id, version: 1 },
      { do: 'move', to: 'agreed', on: '2026-11-22' },
    );
    const before = stored();
    const refused = await take(telkomsel, body, step);
    expect([refused.status, refused.body.errors[0].code]).toEqual([422, code]);
    expect(stored()).toEqual(before);
    const [row] = listAudit(`commitment.${String(step['do'])}.refused`);
    expect(row).toMatchObject({ account_id: telkomsel.id, subject: `commitment:${id}` });
    expect(JSON.parse(row?.after ?? '{}').errors[0].code).toBe(code);
  });

  test("another operator's commitment: one that may be seen, and one that may not", async () => {
    const { id, version } = await proposed(telkomsel);
    const step = { do: 'reschedule', promisedOn: '2027-02-01' } as const;
    expect((await take(indosat, { id, version }, step)).body.code).toBe('not_found');
    await take(staff, { id, version }, { do: 'move', to: 'agreed', on: '2026-11-22' });
    expect((await take(indosat, { id, version: 2 }, step)).body.code).toBe('foreign_operator');
    expect(listAudit('commitment.reschedule.refused').map(({ account_id }) => account_id)).toEqual([
      indosat.id,
      indosat.id,
    ]);
  });

  test('two who close the same commitment: the second is told who was first', async () => {
    const colleague = await it.person('staff');
    const { id } = await proposed(telkomsel);
    await take(staff, { id, version: 1 }, { do: 'move', to: 'agreed', on: '2026-11-22' });
    const cancel = { do: 'move', to: 'cancelled', on: '2026-11-22', reason: 'budget' } as const;
    const answers = await Promise.all([
      take(staff, { id, version: 2 }, cancel),
      take(colleague, { id, version: 2 }, cancel),
    ]);
    // Whoever of them was first.
    const [one, other] = answers.toSorted((x, y) => x.status - y.status);
    expect([one?.status, other?.status]).toEqual([200, 412]);
    expect(other?.body).toMatchObject({
      code: 'changed_meanwhile',
      current: { updatedByName: one?.body.updatedByName },
    });
    expect(listAudit('commitment.move.refused')).toHaveLength(1);
  });
});

describe('amending', () => {
  test('tells each field as it was and as it is', async () => {
    const it1 = await proposed(telkomsel);
    const { body } = await take(telkomsel, it1, {
      do: 'amend',
      terms: {
        siteName: 'Inderapura Hulu',
        siteRef: 'PSR041',
        places: [{ villageCode: villages.mau, localityId: null }],
      },
      note: 'lahan pindah',
    });
    expect(body.places.map(({ villageCode }: { villageCode: string }) => villageCode)).toEqual([
      villages.mau,
    ]);
    expect(body.events.at(-1)).toMatchObject({
      action: 'amended',
      note: 'lahan pindah',
      changes: {
        siteName: ['Inderapura Hilir', 'Inderapura Hulu'],
        places: [
          [{ villageCode: villages.inderapura, localityId: null }],
          [{ villageCode: villages.mau, localityId: null }],
        ],
      },
    });
    expect(Object.keys(body.events.at(-1).changes)).not.toContain('siteRef');
    const same = await take(telkomsel, body, {
      do: 'amend',
      terms: { siteName: 'Inderapura Hulu' },
    });
    expect([same.status, same.body.code]).toEqual([409, 'nothing_to_change']);
  });
});

describe('the board', () => {
  test('has late ones first, and travels again only when something changed', async () => {
    await proposed(staff, { promisedOn: '2027-01-31', siteRef: 'B' });
    await proposed(staff, { promisedOn: '2026-10-31', siteRef: 'C' });
    await proposed(staff, { promisedOn: '2026-12-31', siteRef: 'A' });
    const { body, headers } = await staff.send('/api/commitments');
    const { rows } = unpackCommitments(body);
    expect(rows.map(({ promisedOn }) => promisedOn)).toEqual([
      '2026-10-31',
      '2026-12-31',
      '2027-01-31',
    ]);
    expect(rows[0]).toMatchObject({
      placeName: 'nagari Inderapura',
      places: 1,
      villageIds: [1301012001],
    });
    const etag = headers.get('etag') ?? '';
    const again = await staff.send('/api/commitments', { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    await proposed(staff);
    const other = await staff.send('/api/commitments', { headers: { 'if-none-match': etag } });
    expect(unpackCommitments(other.body).rows).toHaveLength(4);
  });

  test('is narrowed to a village, and its table is a workbook', async () => {
    const { id } = await proposed(staff);
    await proposed(staff, { places: [{ villageCode: villages.mau, localityId: null }] });
    const { body } = await staff.send(`/api/commitments?village=${villages.inderapura}`);
    expect(unpackCommitments(body).rows.map((row) => row.id)).toEqual([id]);
    const table = await staff.send('/api/commitments/table', {
      method: 'POST',
      body: { ids: [id] },
    });
    expect(table.headers.get('content-disposition')).toBe(
      'attachment; filename="Komitmen-2026-11-22.xlsx"',
    );
  });
});
