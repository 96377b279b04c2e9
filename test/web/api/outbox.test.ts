// The outbox against the real router over a bad line: everything arrives, once, and as its writer.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createOutbox, type Outbox } from '../../../web/api/outbox/outbox.ts';
import type { TestApp } from '../../helpers/app.ts';
import { createLine, seeded, type Luck } from '../../helpers/line.ts';
import {
  createLock,
  itemOf,
  openDevice,
  report,
  runOut,
  setUp,
  statesOf,
} from '../../helpers/outbox.ts';
import { creating, reportInput } from '../../helpers/report.ts';

function storedReports(t: TestApp): { id: string; version: number; note: string }[] {
  return t.db.prepare('SELECT id, version, note FROM report').all() as never;
}

const auditCount = (t: TestApp) =>
  t.db.prepare("SELECT count(*) FROM audit WHERE action LIKE 'report.%'").pluck().get();

test('200 reports over a line that loses half of everything arrive once each', async () => {
  const random = seeded(7);
  const fates: Luck[] = ['request-lost', 'answer-lost', 'proxy', 'busy'];
  const luck = (): Luck =>
    random() < 0.5 ? 'through' : (fates[Math.floor(random() * fates.length)] ?? 'through');
  const { t, person, clock, outbox } = await setUp(luck);
  const items = Array.from({ length: 200 }, (_, i) => itemOf(person.id, `laporan ${i}`));
  for (const item of items) await outbox.put(item);
  await runOut(outbox, person.id, clock);

  expect(new Set(await statesOf(outbox, person))).toEqual(new Set(['received']));
  const stored = new Map(storedReports(t).map((row) => [row.id, row]));
  expect(stored.size).toBe(200);
  for (const { id, input } of items)
    expect(stored.get(id)).toEqual({ id, version: 1, note: input.note });
  expect(auditCount(t)).toBe(200);
});

test('whatever is lost and rewritten on the way, the last words stand and nothing comes twice', async () => {
  const fate = fc.constantFrom<Luck>('through', 'request-lost', 'answer-lost', 'busy');
  const step = fc.record({ fates: fc.array(fate, { maxLength: 4 }), isRewritten: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async (steps) => {
      const coming: Luck[] = [];
      const { t, person, clock, outbox } = await setUp(() => coming.shift() ?? 'through');
      const item = itemOf(person.id, 'kata pertama');
      await outbox.put(item);
      let last = item.input;
      for (const [index, { fates, isRewritten }] of steps.entries()) {
        coming.push(...fates);
        clock.now += 10 * 60_000;
        await outbox.run(person.id, { isLineBack: true });
        if (!isRewritten) continue;
        last = report(`kata ke-${index + 2}`);
        const [known] = await outbox.list(person.id);
        if (known?.state === 'received')
          await outbox.put({ ...item, version: known.version, input: last });
        else await outbox.replace(item, last);
      }
      coming.length = 0;
      await runOut(outbox, person.id, clock);
      const [entry] = await outbox.list(person.id);
      const stored = storedReports(t);
      expect(entry?.state).toBe('received');
      expect(stored.map(({ id, note }) => [id, note])).toEqual([[item.id, last.note]]);
      expect(stored[0]?.version).toBe(entry?.version);
      expect(auditCount(t)).toBe(stored[0]?.version);
    }),
    { numRuns: 40, seed: 11 },
  );
}, 120_000);

test('a closed and reopened database keeps the queue, and a half-sent item is sent again', async () => {
  const { t, person, clock, device, outbox, make } = await setUp();
  const item = itemOf(person.id, 'menunggu');
  await outbox.put(item);
  const left = await device.database.get('reports', [person.id, item.id]);
  if (!left) throw new Error('not stored');
  // As a tab leaves it that was closed in the middle of sending.
  await device.database.put('reports', { ...left, state: 'sending', attempts: 1 });
  device.database.close();

  const reopened = await openDevice(device.name);
  const next = make(reopened.database);
  expect(await statesOf(next, person)).toEqual(['sending']);
  await runOut(next, person.id, clock);
  expect(await statesOf(next, person)).toEqual(['received']);
  expect(storedReports(t)).toHaveLength(1);
});

test('what one account wrote is neither listed nor sent for another, also when it signed in meanwhile', async () => {
  const { t, person, state, clock, outbox } = await setUp();
  const other = await t.person('staff');
  await outbox.put(itemOf(person.id, 'milik staf pertama'));
  expect(await outbox.list(other.id)).toEqual([]);

  state.cookie = other.cookie;
  expect(await outbox.run(other.id)).toBe('done');
  expect(await outbox.run(person.id)).toBe('other_account');
  expect(await statesOf(outbox, person)).toEqual(['waiting']);
  expect(storedReports(t)).toEqual([]);

  state.cookie = person.cookie;
  await runOut(outbox, person.id, clock);
  const author = t.db.prepare('SELECT author_id FROM report').pluck().get();
  expect(author).toBe(person.id);
});

test('without a session everything stays, and the run says why', async () => {
  const { person, state, outbox } = await setUp();
  state.cookie = '';
  await outbox.put(itemOf(person.id, 'belum masuk'));
  expect(await outbox.run(person.id)).toBe('signed_out');
  expect(await statesOf(outbox, person)).toEqual(['waiting']);
});

test('two senders at once send each report once', async () => {
  const { t, person, line, device, make } = await setUp();
  const lock = createLock();
  const [first, second] = [make(device.database, lock), make(device.database, lock)];
  for (let i = 0; i < 20; i += 1) await first.put(itemOf(person.id, `laporan ${i}`));
  await Promise.all([first.run(person.id), second.run(person.id), first.run(person.id)]);
  expect(storedReports(t)).toHaveLength(20);
  expect(line.log).toHaveLength(20);
});

test('a refusal is kept with its fields and does not hold back the others', async () => {
  const { person, clock, outbox } = await setUp();
  const bad = itemOf(person.id, 'tanggal salah');
  await outbox.put({ ...bad, input: { ...bad.input, observedOn: '2027-01-01' } });
  clock.now += 1;
  await outbox.put(itemOf(person.id, 'benar'));
  expect(await outbox.run(person.id)).toBe('done');
  const [first, second] = await outbox.list(person.id);
  expect([first?.state, second?.state]).toEqual(['refused', 'received']);
  expect(first?.refusal).toEqual({
    code: 'invalid',
    errors: [{ field: 'observedOn', code: 'date_in_future', value: '2027-01-01' }],
  });
  await outbox.replace(bad, bad.input);
  await outbox.run(person.id);
  expect(await statesOf(outbox, person)).toEqual(['received', 'received']);
});

test.each(['mine', 'theirs'] as const)(
  'a conflict waits for a person, who takes %s',
  async (choice) => {
    const { t, person, outbox } = await setUp();
    const rival = await t.person('staff');
    const item = itemOf(person.id, 'perubahan saya', 1);
    const path = `/api/reports/${item.id}`;
    await person.send(path, {
      method: 'PUT',
      body: reportInput({ note: 'awal' }),
      headers: creating,
    });
    const theirs = { method: 'PUT', body: reportInput({ note: 'perubahan orang lain' }) };
    await rival.send(path, { ...theirs, headers: { 'if-match': '"1"' } });

    await outbox.put(item);
    await outbox.run(person.id);
    const [entry] = await outbox.list(person.id);
    expect([entry?.state, entry?.current?.note, entry?.current?.version]).toEqual([
      'conflict',
      'perubahan orang lain',
      2,
    ]);
    await outbox.run(person.id, { isLineBack: true });
    expect(await statesOf(outbox, person)).toEqual(['conflict']);

    await outbox.resolveConflict(item, choice);
    await outbox.run(person.id);
    expect(await statesOf(outbox, person)).toEqual(['received']);
    const note = choice === 'mine' ? 'perubahan saya' : 'perubahan orang lain';
    expect(storedReports(t)).toEqual([{ id: item.id, version: choice === 'mine' ? 3 : 2, note }]);
  },
);

test('a change whose answer was lost counts as received when the server says the same', async () => {
  const coming: Luck[] = [];
  const { t, person, clock, outbox } = await setUp(() => coming.shift() ?? 'through');
  const item = itemOf(person.id, 'diperbaiki', 1);
  await person.send(`/api/reports/${item.id}`, {
    method: 'PUT',
    body: reportInput({ note: 'awal' }),
    headers: creating,
  });
  await outbox.put(item);
  coming.push('answer-lost');
  await runOut(outbox, person.id, clock);
  expect(await statesOf(outbox, person)).toEqual(['received']);
  expect(storedReports(t)).toEqual([{ id: item.id, version: 2, note: 'diperbaiki' }]);
});

test('a server that asks for time gets it, a line that is back is used at once', async () => {
  const coming: Luck[] = ['request-lost', 'busy'];
  const { person, clock, outbox } = await setUp(() => coming.shift() ?? 'through');
  const start = clock.now;
  await outbox.put(itemOf(person.id, 'pertama'));
  expect(await outbox.run(person.id)).toBe('line');
  expect(await outbox.nextTryAt(person.id)).toBe(start + 1000);
  expect(await outbox.run(person.id)).toBe('done');
  expect(await statesOf(outbox, person)).toEqual(['waiting']);

  await outbox.run(person.id, { isLineBack: true });
  expect(await outbox.nextTryAt(person.id)).toBe(start + 2000);
  await outbox.run(person.id, { isLineBack: true });
  expect(await statesOf(outbox, person)).toEqual(['waiting']);
  clock.now = start + 2000;
  await outbox.run(person.id);
  expect(await statesOf(outbox, person)).toEqual(['received']);
});

test('words changed while the report is on its way are sent after it', async () => {
  const { t, person, device, clock, make } = await setUp();
  const item = itemOf(person.id, 'pertama');
  const { transport } = createLine(
    t,
    () => person.cookie,
    () => 'through',
  );
  let isChanged = false;
  const outbox: Outbox = createOutbox({
    database: device.database,
    now: () => clock.now,
    lock: createLock(),
    transport: async (path, options) => {
      const answer = await transport(path, options);
      if (!isChanged) {
        isChanged = true;
        await make(device.database).replace(item, report('kedua'));
      }
      return answer as never;
    },
  });
  await outbox.put(item);
  await outbox.run(person.id);
  expect(storedReports(t)).toEqual([{ id: item.id, version: 2, note: 'kedua' }]);
  expect(await statesOf(outbox, person)).toEqual(['received']);
});

test('what was received is forgotten after three days, and what was thrown away at once', async () => {
  const { person, clock, outbox } = await setUp();
  const [kept, thrown] = [itemOf(person.id, 'disimpan'), itemOf(person.id, 'dibuang')];
  await outbox.put(thrown);
  await outbox.discard(thrown);
  await outbox.put(kept);
  await outbox.run(person.id);
  expect(await outbox.list(person.id)).toHaveLength(1);
  clock.now += 3 * 86_400_000 + 1;
  await outbox.run(person.id);
  expect(await outbox.list(person.id)).toEqual([]);
});
