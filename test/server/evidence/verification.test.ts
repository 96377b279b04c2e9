// Verdicts over the real router: who may give them, what they change, what stays remembered.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../helpers/app.ts';
import { villages } from '../../helpers/place.ts';
import { changing, reportInput } from '../../helpers/report.ts';
import { addReport, decide, type Person } from '../../helpers/verify.ts';

const reason = 'Titiknya di laut';

/** An app with a reporter of Pesisir Selatan and two verifiers. */
async function createOffice() {
  const t = createTestApp();
  const budi = await t.person('regency', { regencyCode: '13.01' });
  const sari = await t.person('staff');
  const wati = await t.person('admin');
  return { t, budi, sari, wati };
}

const verdicts = {
  verify: { action: 'verify' },
  reject: { action: 'reject', reason },
  ask: { action: 'ask', reason },
  reopen: { action: 'reopen', reason },
};
type Named = keyof typeof verdicts;

async function actionsOf(who: Person, id: string): Promise<string[]> {
  const { body } = await who.send(`/api/reports/${id}/events`);
  return body.map((event: { action: string }) => event.action);
}

describe('every verdict in every state', () => {
  const before: [string, Named[]][] = [
    ['submitted', []],
    ['asked', ['ask']],
    ['verified', ['verify']],
    ['rejected', ['reject']],
  ];
  const allowed: Record<string, Named[]> = {
    submitted: ['verify', 'reject', 'ask'],
    asked: ['verify', 'reject', 'ask', 'reopen'],
    verified: ['reopen'],
    rejected: ['reopen'],
  };
  const becomes: Record<Named, string> = {
    verify: 'verified',
    reject: 'rejected',
    ask: 'submitted',
    reopen: 'submitted',
  };

  test.each(before)('%s', async (state, steps) => {
    const { budi, sari } = await createOffice();
    for (const action of Object.keys(verdicts) as Named[]) {
      const id = await addReport(budi);
      for (const step of steps) await decide(sari, id, 1, verdicts[step]);
      const version = 1 + steps.length;
      const answer = await decide(sari, id, version, verdicts[action]);
      if (allowed[state]?.includes(action)) {
        expect(answer.status, `${action} of ${state}`).toBe(200);
        expect(answer.body).toMatchObject({ state: becomes[action], version: version + 1 });
        expect(answer.body.askedAt !== null).toBe(action === 'ask');
      } else {
        expect([answer.status, answer.body.code]).toEqual([409, 'verdict_not_possible']);
        expect(await actionsOf(sari, id)).toHaveLength(steps.length);
      }
    }
  });

  test('a duplicate is opened again, and stands alone then', async () => {
    const { budi, sari } = await createOffice();
    const [original, again] = [await addReport(budi), await addReport(budi)];
    const made = await decide(sari, again, 1, { action: 'duplicate', of: original });
    expect(made.body).toMatchObject({ state: 'duplicate', duplicateOf: original });
    const opened = await decide(sari, again, 2, verdicts.reopen);
    expect(opened.body).toMatchObject({ state: 'submitted', duplicateOf: null });
  });
});

describe('what is refused', () => {
  test('an original that is none, by field', async () => {
    const { budi, sari } = await createOffice();
    const id = await addReport(budi);
    const elsewhere = await addReport(budi, { villageCode: villages.mau, position: null });
    const rejected = await addReport(budi);
    await decide(sari, rejected, 1, verdicts.reject);
    const repeating = await addReport(budi);
    await decide(sari, repeating, 1, { action: 'duplicate', of: id });
    for (const [of, code] of [
      [id, 'duplicate_itself'],
      [elsewhere, 'duplicate_elsewhere'],
      [rejected, 'duplicate_of_rejected'],
      [repeating, 'duplicate_circular'],
      [randomUUID(), 'duplicate_unknown'],
    ] as const) {
      const { status, body } = await decide(sari, id, 1, { action: 'duplicate', of });
      expect(status, code).toBe(422);
      expect(body.errors).toEqual([{ field: 'of', code, value: of }]);
    }
  });

  test.each([
    [{}, 'action'],
    [{ action: 'praise' }, 'action'],
    [{ action: 'reject' }, 'reason'],
    [{ action: 'reject', reason: ' ab ' }, 'reason'],
    [{ action: 'ask', reason: 'x'.repeat(501) }, 'reason'],
    [{ action: 'duplicate', of: 'yang kemarin' }, 'of'],
  ])('%j: %s', async (verdict, field) => {
    const { budi, sari } = await createOffice();
    const id = await addReport(budi);
    const { status, body } = await decide(sari, id, 1, verdict);
    expect([status, body.errors[0].field]).toEqual([422, field]);
  });

  test('deciding about what one wrote, even only a version of it', async () => {
    const { sari, wati, budi } = await createOffice();
    const id = await addReport(sari);
    const own = await decide(sari, id, 1, verdicts.verify);
    expect([own.status, own.body.code]).toEqual([403, 'own_report']);
    expect((await decide(wati, id, 1, verdicts.verify)).status).toBe(200);

    const touched = await addReport(budi);
    await sari.send(`/api/reports/${touched}`, {
      method: 'PUT',
      body: reportInput({ note: 'diperbaiki' }),
      headers: changing(1),
    });
    expect((await decide(sari, touched, 2, verdicts.verify)).body.code).toBe('own_report');
    const queued = await sari.send(`/api/queue/${touched}`);
    expect(queued.body).toMatchObject({ refusal: 'own_report', actions: [] });
  });

  test('a SAMPEL may be decided by the one who filled them in', async () => {
    const { t, sari } = await createOffice();
    await sari.send('/api/sample', { method: 'POST', body: {} });
    t.db.prepare("UPDATE report SET state = 'submitted'").run();
    const { body } = await sari.send('/api/queue');
    expect(body.showsSamples).toBe(true);
    const [item] = body.items;
    expect((await decide(sari, item.id, 1, verdicts.verify)).status).toBe(200);
  });

  test('a regency verifies nothing, not even its own', async () => {
    const { budi } = await createOffice();
    const id = await addReport(budi);
    const answer = await decide(budi, id, 1, verdicts.verify);
    expect([answer.status, answer.body.code]).toEqual([403, 'not_allowed']);
  });

  test('a report that is gone, and a verdict without a version', async () => {
    const { sari, budi } = await createOffice();
    expect((await decide(sari, randomUUID(), 1, verdicts.verify)).status).toBe(404);
    const id = await addReport(budi);
    const blind = await sari.send(`/api/reports/${id}/verdict`, {
      method: 'POST',
      body: verdicts.verify,
    });
    expect(blind.status).toBe(428);
  });
});

test('two verifiers at once: the second is told what the first decided, and why', async () => {
  const { t, budi, sari, wati } = await createOffice();
  const id = await addReport(budi);
  t.events.length = 0;
  expect((await decide(sari, id, 1, verdicts.reject)).status).toBe(200);
  expect(t.events.at(-1)).toMatchObject({ type: 'report', reportId: id, reportVersion: 2 });
  const second = await decide(wati, id, 1, verdicts.verify);
  expect([second.status, second.body.code]).toEqual([412, 'changed_meanwhile']);
  expect(second.body.current).toMatchObject({ state: 'rejected', version: 2 });
  expect(second.body.event).toMatchObject({ action: 'rejected', byName: 'staff 2', reason });
  expect(await actionsOf(wati, id)).toEqual(['rejected']);
});

test('verifying changes the status of the village at once, and reopening changes it back', async () => {
  const { t, budi, sari } = await createOffice();
  const id = await addReport(budi, { kind: 'measurement' });
  const statusOf = async () => {
    const { body } = await sari.send(`/api/statuses/${villages.inderapura}`);
    return [body.status, body.confirmed];
  };
  expect(await statusOf()).toEqual(['blankspot', false]);
  t.events.length = 0;
  await decide(sari, id, 1, verdicts.verify);
  expect(await statusOf()).toEqual(['blankspot', true]);
  expect(t.events.map((event) => event.type)).toEqual(['status', 'report']);
  await decide(sari, id, 2, verdicts.reopen);
  expect(await statusOf()).toEqual(['blankspot', false]);
  const audited = t.db.prepare('SELECT action FROM audit ORDER BY id').pluck().all();
  expect(audited).toEqual(['report.create', 'report.verify', 'report.reopen']);
});

describe('what verifying would change', () => {
  test.each([
    ['a report that is not enough alone', {}],
    ['a measurement', { kind: 'measurement' as const }],
    [
      'one operator served',
      {
        statements: [
          { operatorId: 'telkomsel', technology: '4g' as const, strength: 'strong' as const },
        ],
      },
    ],
  ])('is what happens: %s', async (_, over) => {
    const { budi, sari } = await createOffice();
    await addReport(budi, { observedOn: '2026-11-01' });
    const id = await addReport(budi, over);
    const { body: queued } = await sari.send(`/api/queue/${id}`);
    expect(queued.after).not.toEqual(queued.why);
    await decide(sari, id, 1, verdicts.verify);
    const { body: now } = await sari.send(`/api/statuses/${villages.inderapura}`);
    expect(queued.after).toEqual(now);
    const { body: decided } = await sari.send(`/api/queue/${id}`);
    expect([decided.after, decided.actions]).toEqual([null, ['reopen']]);
  });

  test('and what is missing after it', async () => {
    const { budi, sari } = await createOffice();
    const id = await addReport(budi);
    const { body } = await sari.send(`/api/queue/${id}`);
    const lacking = body.after.operators.map((line: { lacking: unknown }) => line.lacking);
    const missing = { status: 'blankspot', reports: 1, measurements: 1 };
    expect(lacking).toEqual([missing, missing, missing]);
  });
});

test('a decision rests on the reports around, and names those that may be the same', async () => {
  const { budi, sari } = await createOffice();
  const id = await addReport(budi, { position: [100.15, -1.95], accuracyM: 80 });
  const same = await addReport(budi, { position: [100.151, -1.95] });
  const far = await addReport(budi, { position: [100.01, -1.95] });
  const { body } = await sari.send(`/api/queue/${id}`);
  expect(body.flags).toEqual(['position_outside_village', 'accuracy_poor']);
  expect(body.village).toMatchObject({ villageName: 'Inderapura', regencyName: 'Pesisir Selatan' });
  expect(body.others.map((other: { id: string }) => other.id)).toEqual([same, far]);
  expect(body.likelySame).toEqual([same]);
});

describe('a question to the author', () => {
  const answer = (who: Person, id: string, version: number) =>
    who.send(`/api/reports/${id}`, {
      method: 'PUT',
      body: reportInput({ note: 'Benar, di dekat masjid' }),
      headers: changing(version),
    });

  test('is answered by changing the report, and both are remembered', async () => {
    const { t, budi, sari } = await createOffice();
    const id = await addReport(budi);
    await decide(sari, id, 1, verdicts.ask);
    t.state.now = new Date(t.state.now.getTime() + 60_000);
    const saved = await answer(budi, id, 2);
    expect(saved.body.report).toMatchObject({ askedAt: null, version: 3, state: 'submitted' });
    const { body } = await budi.send(`/api/reports/${id}/events`);
    expect(body).toEqual([
      {
        at: '2026-11-22T05:00:00.000Z',
        action: 'asked',
        byName: 'staff 2',
        officeName: 'Kantor 2',
        reason,
      },
      expect.objectContaining({ action: 'answered', byName: 'regency 1', reason: '' }),
    ]);
  });

  test('waits again when the answer is taken back', async () => {
    const { budi, sari } = await createOffice();
    const id = await addReport(budi);
    await decide(sari, id, 1, verdicts.ask);
    await answer(budi, id, 2);
    const undone = await budi.send(`/api/reports/${id}/undo`, {
      method: 'POST',
      headers: changing(3),
    });
    expect(undone.body.report).toMatchObject({ note: reportInput().note, version: 4 });
    expect(undone.body.report.askedAt).not.toBeNull();
    expect(await actionsOf(budi, id)).toEqual(['asked']);
  });
});

test('undoing a change never undoes a verdict, nor removes what was decided', async () => {
  const { budi, sari } = await createOffice();
  const id = await addReport(budi);
  await decide(sari, id, 1, verdicts.ask);
  const undo = (version: number) =>
    budi.send(`/api/reports/${id}/undo`, { method: 'POST', headers: changing(version) });
  expect((await undo(2)).body.code).toBe('undo_expired');
  await budi.send(`/api/reports/${id}`, {
    method: 'PUT',
    body: reportInput({ note: 'dua' }),
    headers: changing(2),
  });
  expect((await undo(3)).body.report).toMatchObject({ note: reportInput().note });
});

test('a verified report is not edited any more', async () => {
  const { budi, sari } = await createOffice();
  const id = await addReport(budi);
  await decide(sari, id, 1, verdicts.verify);
  const { status } = await budi.send(`/api/reports/${id}`, {
    method: 'PUT',
    body: reportInput({ note: 'lain' }),
    headers: changing(2),
  });
  expect(status).toBe(403);
});

test('offices are named to those who report', async () => {
  const { budi } = await createOffice();
  const { body } = await budi.send('/api/offices/names');
  expect(body).toEqual(expect.arrayContaining(['Kantor 1', 'Kantor 2', 'Kantor 3']));
});
