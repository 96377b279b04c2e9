// The packed list of statuses, its changes, counts, and what a browser hears of them.
import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { placeStatuses, unpackStatusList } from '../../../server/status/contract.ts';
import { createTestApp } from '../../helpers/app.ts';
import { villages } from '../../helpers/place.ts';
import { creating, reportInput } from '../../helpers/report.ts';

async function appWithReports() {
  const t = createTestApp();
  const sari = await t.person('staff');
  for (const villageCode of [villages.indarung, villages.inderapura])
    await sari.send(`/api/reports/${randomUUID()}`, {
      method: 'PUT',
      headers: creating,
      body: reportInput({ villageCode, position: null, positionSource: null }),
    });
  return { ...t, sari };
}

describe('the list', () => {
  test('unpacks to ids in order with status and flags', async () => {
    const { sari } = await appWithReports();
    const { body } = await sari.send('/api/statuses');
    expect([...unpackStatusList(body)]).toEqual([
      { id: 1301012001, status: 'blankspot', majority: null, flags: 1, knownTenths: 0 },
      { id: 1371071001, status: 'blankspot', majority: null, flags: 1, knownTenths: 0 },
    ]);
    expect(body.version).toBe(2);
  });

  test('is not sent again while nothing has changed', async () => {
    const { sari } = await appWithReports();
    const first = await sari.send('/api/statuses');
    const etag = first.headers.get('etag') ?? '';
    const second = await sari.send('/api/statuses', { headers: { 'if-none-match': etag } });
    expect(second.status).toBe(304);
  });

  test('marks evidence older than a year as stale from the day it is', async () => {
    const { sari, state } = await appWithReports();
    state.now = new Date('2027-11-14T05:00:00Z');
    const flagsOn = async () => (await sari.send('/api/statuses')).body.flags;
    expect(await flagsOn()).toBe('11');
    state.now = new Date('2027-11-16T05:00:00Z');
    expect(await flagsOn()).toBe('33');
  });

  test('every status has its own digit', () => {
    expect(placeStatuses.length).toBeLessThanOrEqual(10);
  });
});

test('counts never take an unconfirmed status for one, nor unknown for blankspot', async () => {
  const { sari, db } = await appWithReports();
  const before = await sari.send('/api/statuses/ID/counts');
  expect(before.body).toMatchObject({ total: 3, reported: 2 });
  expect(before.body.byStatus).toMatchObject({ blankspot: 0, unknown: 3 });
  db.prepare('UPDATE place_status SET confirmed = 1 WHERE id = 1301012001').run();
  const after = await sari.send('/api/statuses/13.01/counts');
  expect(after.body).toMatchObject({ total: 2, reported: 0 });
  expect(after.body.byStatus).toMatchObject({ blankspot: 1, unknown: 1 });
});

test('why names who said what, and what it rests on', async () => {
  const { sari } = await appWithReports();
  const { body } = await sari.send(`/api/statuses/${villages.inderapura}`);
  expect(body.operators).toHaveLength(3);
  expect(body.operators[0]).toMatchObject({
    operatorName: 'Telkomsel',
    status: 'blankspot',
    confirmed: false,
    observedOn: '2026-11-15',
  });
  expect(body.operators[0].why[0]).toMatchObject({ part: 'made', verified: false });
});

describe('server-sent events', () => {
  async function readEvents(response: Response, count: number): Promise<string[]> {
    const reader = response.body?.getReader();
    if (!reader) throw new Error('no body');
    let text = '';
    while (text.split('\n\n').length <= count) {
      const { value, done } = await reader.read();
      if (done) break;
      text += new TextDecoder().decode(value);
    }
    await reader.cancel();
    return text.split('\n\n').slice(0, count);
  }

  test('tell what changed, live', async () => {
    const { app, sari } = await appWithReports();
    const response = await app.request('http://jangkau.test/api/events', {
      headers: { cookie: sari.cookie },
    });
    const reading = readEvents(response, 3);
    await sari.send(`/api/reports/${randomUUID()}`, {
      method: 'PUT',
      headers: creating,
      body: reportInput({ villageCode: villages.mau }),
    });
    const [hello, status, report] = await reading;
    expect(hello).toContain('"changes":[]');
    expect(status).toContain('event: status');
    expect(status).toContain('"id":1301012002');
    expect(report).toContain('event: report');
  });

  test('bring what was missed after a broken connection', async () => {
    const { app, sari } = await appWithReports();
    const response = await app.request('http://jangkau.test/api/events', {
      headers: { cookie: sari.cookie, 'last-event-id': '1' },
    });
    const [missed] = await readEvents(response, 1);
    expect(missed).toContain('"id":1301012001');
    expect(missed).not.toContain('1371071001');
    expect(missed).toContain('id: 2');
  });
});
