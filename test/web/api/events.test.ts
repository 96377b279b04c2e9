// Live changes into the cache: applied when they are the next ones, asked for anew after a gap.
import { QueryClient } from '@tanstack/react-query';
import { describe, expect, test } from 'vitest';
import type { LiveEvent, StatusChange } from '#contract/status';
import { applyLiveEvent } from '../../../web/api/events.ts';
import { statusesQuery, statusTable } from '../../../web/api/status.ts';

const id = 1301012001;
const change: StatusChange = {
  id,
  status: 'blankspot',
  majority: null,
  flags: 1,
  knownTenths: 10,
};
const status = (version: number, changes: StatusChange[]): LiveEvent => ({
  type: 'status',
  version,
  changes,
});

/** A client whose list is at version 5 and knows one served village. */
function clientAtFive(): QueryClient {
  const client = new QueryClient();
  const list = { version: 5, idSteps: [id], statuses: '0', majorities: '', flags: '0', known: 'A' };
  client.setQueryData(statusesQuery.queryKey, statusTable(list));
  return client;
}

function stateOf(client: QueryClient) {
  const table = client.getQueryData(statusesQuery.queryKey);
  return {
    version: table?.version,
    status: table?.marks.get(id)?.status,
    asksAgain: client.getQueryState(statusesQuery.queryKey)?.isInvalidated,
  };
}

describe('a list at version 5 that hears of', () => {
  const cases: [string, LiveEvent, ReturnType<typeof stateOf>][] = [
    [
      'version 6 takes the change',
      status(6, [change]),
      { version: 6, status: 'blankspot', asksAgain: false },
    ],
    [
      'version 6 to unknown takes the village out',
      status(6, [{ id, status: 'unknown', majority: null, flags: 0, knownTenths: 0 }]),
      { version: 6, status: undefined, asksAgain: false },
    ],
    [
      'version 5 without changes stays',
      status(5, []),
      { version: 5, status: 'served', asksAgain: false },
    ],
    [
      'version 4, late, stays',
      status(4, [change]),
      { version: 5, status: 'served', asksAgain: false },
    ],
    [
      'version 6 without its change asks again',
      status(6, []),
      { version: 5, status: 'served', asksAgain: true },
    ],
    [
      'version 7 after a gap asks again',
      status(7, [change]),
      { version: 5, status: 'served', asksAgain: true },
    ],
    [
      'a reload asks again',
      { type: 'reload', version: 9 },
      { version: 5, status: 'served', asksAgain: true },
    ],
  ];
  test.each(cases)('%s', (_name, event, expected) => {
    const client = clientAtFive();
    applyLiveEvent(client, event);
    expect(stateOf(client)).toEqual(expected);
  });
});

test('changed places are asked for again, and why their villages have their status', () => {
  const client = new QueryClient();
  const keys = [
    ['localities', 'village', '13.01.01.2001'],
    ['people', 'unit', '13.01.01.2001'],
  ];
  const why = (code: string) => ['status', 'why', code];
  for (const key of [...keys, why('13.01.01.2001'), why('13.01.01.2002')])
    client.setQueryData(key, {});
  applyLiveEvent(client, { type: 'places', villageCodes: ['13.01.01.2001'] });
  const asksAgain = (key: string[]) => client.getQueryState(key)?.isInvalidated;
  expect(keys.map(asksAgain)).toEqual([true, true]);
  expect([why('13.01.01.2001'), why('13.01.01.2002')].map(asksAgain)).toEqual([true, false]);
});

describe('coverage that is made again', () => {
  const keys = {
    overview: ['coverage', 'overview'],
    village: ['coverage', 'village', '13.01.01.2001'],
    site: ['coverage', 'site', 'a'],
    settings: ['settings', 'coverage'],
  };

  test.each([
    ['under way renews its progress alone', true, ['overview']],
    ['when done renews all that rests on it', false, ['overview', 'village', 'site']],
  ])('%s', (_, isRunning, renewed) => {
    const client = new QueryClient();
    for (const queryKey of Object.values(keys)) client.setQueryData(queryKey, {});
    applyLiveEvent(client, { type: 'coverage', version: '8', isRunning });
    const invalid = Object.entries(keys)
      .filter(([, queryKey]) => client.getQueryState(queryKey)?.isInvalidated)
      .map(([name]) => name);
    expect(invalid).toEqual(renewed);
  });
});
