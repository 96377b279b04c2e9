// The real router over a fresh database, with a clock that the test moves and people of every role.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createApp } from '../../server/app.ts';
import type { Role } from '../../server/auth/contract.ts';
import { createSignIn, hashPassword } from '../../server/auth/sign-in.ts';
import { insertAccount, insertOffice } from '../../server/auth/store.ts';
import { createCoverageTiles } from '../../server/coverage/coverage-tile-cache.ts';
import { makeCoverageTile } from '../../server/coverage/coverage-tiles.ts';
import { createEngine } from '../../server/coverage/engine.ts';
import { createCoverageJob } from '../../server/coverage/job.ts';
import { mergedFeature } from '../../server/coverage/merged-area.ts';
import { createPlanningAnswers } from '../../server/coverage/planning-answers.ts';
import { createTerrainAnswerer, createTerrainReader } from '../../server/coverage/terrain.ts';
import type { Db } from '../../server/platform/database.ts';
import { checkArea } from '../../server/interchange/area-check.ts';
import { readTable } from '../../server/interchange/read-table.ts';
import { createHub } from '../../server/platform/live.ts';
import { countVillages } from '../../server/regions/store.ts';
import { createTileCache } from '../../server/regions/tile-cache.ts';
import { makeTile, readLand } from '../../server/regions/tiles.ts';
import type { LiveEvent } from '../../server/status/contract.ts';
import { refreshAllStatuses } from '../../server/status/derive.ts';
import { openPlaces } from './place.ts';

export const password = 'sinyal-sampai-desa';
const passwordHash = await hashPassword(password);
const land = readLand();

type Sent = {
  method?: string;
  body?: unknown;
  headers?: Record<string, string>;
};

/** Whatever JSON came back: the tests say what they expect of it. */
type Json = ReturnType<typeof JSON.parse>;
export type Answer = { status: number; headers: Headers; body: Json };

export type TestApp = ReturnType<typeof createTestApp>;

/** An empty folder of its own for one server. */
export function makeDataDir(): string {
  return mkdtempSync(join(tmpdir(), 'jangkau-test-'));
}

/** Everything a route test needs; `now` may be set to another instant between requests. */
export function createTestApp(db: Db = openPlaces(), dataDir = makeDataDir()) {
  const state = { now: new Date('2026-11-22T05:00:00Z') };
  const webDir = join(dataDir, 'web');
  mkdirSync(webDir, { recursive: true });
  mkdirSync(join(dataDir, 'basemap'), { recursive: true });
  writeFileSync(
    join(webDir, 'index.html'),
    '<meta content="__CSP_NONCE__" /><meta content="__BASEMAP_ORIGIN__" />',
  );
  const hub = createHub<LiveEvent>();
  const publicUrl = new URL('http://jangkau.test');
  const events: LiveEvent[] = [];
  hub.subscribe((event) => events.push(event));
  const log = (error: Error) => console.error(error);
  const coverage = createCoverageJob({
    db,
    clock: () => state.now,
    hub,
    maker: {
      ...createEngine(db),
      merged: async (question) => mergedFeature(db, question),
      close: async () => {},
    },
    log,
  });
  const app = createApp({
    db,
    clock: () => state.now,
    signIn: createSignIn(db, publicUrl),
    hub,
    tiles: createTileCache(db, async (address) => {
      const tile = makeTile(db, land, address, countVillages(db, 'ID'));
      return tile ? gzipSync(tile) : new Uint8Array();
    }),
    coverageTiles: createCoverageTiles(async (wanted) => {
      const tile = makeCoverageTile(db, wanted);
      return tile ? gzipSync(tile) : new Uint8Array();
    }),
    terrain: createTerrainReader(createTerrainAnswerer(join(dataDir, 'elevation'))),
    planner: createPlanningAnswers(db, join(dataDir, 'elevation')),
    version: '0.0.0-test',
    province: '13',
    dataDir,
    webDir,
    publicUrl,
    refreshAll: async (today) => {
      refreshAllStatuses(db, today);
    },
    tableReader: { read: readTable, close: async () => {} },
    areaChecker: { check: async (area) => checkArea(area) },
    coverage,
    log,
  });

  /** Sends a request as the browser with `cookie` would. */
  async function send(path: string, sent: Sent = {}, cookie = ''): Promise<Answer> {
    const { method = 'GET', body, headers = {} } = sent;
    const response = await app.request(
      `http://jangkau.test${path}`,
      {
        method,
        headers: {
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(method !== 'GET' && { 'sec-fetch-site': 'same-origin' }),
          ...(cookie && { cookie }),
          ...headers,
        },
        ...(body !== undefined && {
          body: typeof body === 'string' ? body : JSON.stringify(body),
        }),
      },
      { incoming: { socket: { remoteAddress: '192.0.2.7', remotePort: 1, remoteFamily: 'IPv4' } } },
    );
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    const text = isJson ? await response.text() : '';
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? null : JSON.parse(text),
    };
  }

  let offices = 0;

  /** Stores an account of `role` and gives back its id, e-mail and office. */
  function addPerson(
    role: Role,
    scope: { regencyCode?: string; operatorId?: string; mustChangePassword?: boolean } = {},
  ) {
    offices += 1;
    const email = `${role}${offices}@contoh.go.id`;
    const officeId = insertOffice(db, {
      id: 0,
      name: `Kantor ${offices}`,
      regencyCode: scope.regencyCode ?? null,
      operatorId: scope.operatorId ?? null,
    });
    const id = insertAccount(db, {
      name: `${role} ${offices}`,
      email,
      role,
      officeId,
      passwordHash,
      mustChangePassword: scope.mustChangePassword ?? false,
      at: state.now,
    });
    return { id, email, officeId };
  }

  /** Signs in and gives back the cookie. */
  async function signInAs(email: string): Promise<string> {
    const { headers, status } = await send('/api/session', {
      method: 'POST',
      body: { email, password },
    });
    const cookie = headers.getSetCookie()[0]?.split(';')[0];
    if (!cookie) throw new Error(`no session for ${email}: ${status}`);
    return cookie;
  }

  /** A signed-in person of `role`: their `send`, and who they are. */
  async function person(role: Role, scope: Parameters<typeof addPerson>[1] = {}) {
    const who = addPerson(role, scope);
    const cookie = await signInAs(who.email);
    return { ...who, cookie, send: (path: string, sent?: Sent) => send(path, sent, cookie) };
  }

  return { app, db, state, events, coverage, dataDir, send, addPerson, signInAs, person };
}
