// The first view of a province in a real browser with an empty cache, over a slow line: until the map
// is drawn, and every byte of it.
import { chromium, type Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumFlags, findChromium } from '../../scripts/chromium.mjs';
import { buildWeb } from '../../scripts/prepare.mjs';
import { kB, type Result } from './measure.ts';
import { adminEmail, adminPassword, startServer } from '../helpers/server.ts';
import { startSlowLink, type LineSpeed } from './slow-link.ts';

const line: LineSpeed = { downBitsPerS: 1_600_000, upBitsPerS: 750_000, latencyMs: 150 };
const runs = 3;
const patienceMs = 90_000;
/** What still comes after the map is drawn counts as well. */
const settleMs = 3000;

function seconds(valueMs: number): string {
  return `${(valueMs / 1000).toFixed(1)} s`;
}

/** Signs in and fills the province with samples, past the slow line; gives back the cookie. */
async function prepareProvince(origin: URL): Promise<{ name: string; value: string }> {
  const post = (path: string, body: object, cookie = '') =>
    fetch(new URL(path, origin), {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: origin.origin, cookie },
      body: JSON.stringify(body),
    });
  const signedIn = await post('/api/session', { email: adminEmail, password: adminPassword });
  const [pair = ''] = signedIn.headers.getSetCookie()[0]?.split(';') ?? [];
  const sampled = await post('/api/sample', {}, pair);
  if (!sampled.ok) throw new Error(`sign-in ${signedIn.status}, sample data ${sampled.status}`);
  const [name = '', value = ''] = pair.split('=');
  return { name, value: decodeURIComponent(value) };
}

const kinds = ['scripts', 'styles', 'fonts', 'map tiles', 'API', 'page and icons'] as const;
type Kind = (typeof kinds)[number];

function kindOf({ pathname }: URL): Kind {
  if (pathname.startsWith('/tiles/')) return 'map tiles';
  if (pathname.startsWith('/api/')) return 'API';
  if (/\.m?js$/.test(pathname)) return 'scripts';
  if (pathname.endsWith('.css')) return 'styles';
  if (/\.woff2?$/.test(pathname)) return 'fonts';
  return 'page and icons';
}

type Loaded = { path: string; kind: Kind; bytes: number; startMs: number; endMs: number };

/** Lists what the page and its workers have loaded; bytes with headers, 0 where from memory. */
function watchRequests(page: Page, startedAt: number): Loaded[] {
  const loaded: Loaded[] = [];
  page.context().on('requestfinished', async (request) => {
    const url = new URL(request.url());
    if (!url.protocol.startsWith('http')) return;
    const endMs = performance.now() - startedAt;
    const startMs = endMs - Math.max(0, request.timing().responseEnd);
    const sizes = await request.sizes().catch(() => null);
    const bytes = sizes ? sizes.responseBodySize + sizes.responseHeadersSize : 0;
    loaded.push({ path: url.pathname, kind: kindOf(url), bytes, startMs, endMs });
  });
  return loaded;
}

/** With BENCH_REQUESTS set: which request waited for which, to stderr. */
function printRequests(loaded: readonly Loaded[]): void {
  if (!process.env.BENCH_REQUESTS) return;
  for (const { path, bytes, startMs, endMs } of loaded.toSorted((a, b) => a.startMs - b.startMs))
    console.error(`${Math.round(startMs)}–${Math.round(endMs)} ms ${kB(bytes)} ${path}`);
}

/**
 * Bytes by kind. All of them are counted on the line; the browser does not say how large a worker's
 * own script was, so scripts are what remains when the other kinds are taken off.
 */
function split(
  total: number,
  loaded: readonly Loaded[],
): { bytes: Map<Kind, number>; text: string } {
  const bytes = new Map<Kind, number>(kinds.map((kind) => [kind, 0]));
  for (const { kind, bytes: more } of loaded) bytes.set(kind, (bytes.get(kind) ?? 0) + more);
  const others = kinds.filter((kind) => kind !== 'scripts');
  bytes.set(
    'scripts',
    others.reduce((rest, kind) => rest - (bytes.get(kind) ?? 0), total),
  );
  const text = kinds.map((kind) => `${kind} ${kB(bytes.get(kind) ?? 0)}`).join(', ');
  return { bytes, text };
}

type View = { readyMs: number; isReady: boolean; totalBytes: number; loaded: Loaded[] };

async function viewOver(origin: string, cookie: { name: string; value: string }) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumFlags });
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    await context.addCookies([{ ...cookie, url: origin, httpOnly: true, sameSite: 'Lax' }]);
    const page = await context.newPage();
    const startedAt = performance.now();
    const loaded = watchRequests(page, startedAt);
    await page.goto(origin, { waitUntil: 'commit', timeout: patienceMs });
    const ready = page.waitForSelector('[data-map-state="ready"]', { timeout: patienceMs });
    const isReady = await ready.then(() => true).catch(() => false);
    const readyMs = performance.now() - startedAt;
    await page.waitForTimeout(settleMs);
    return { readyMs, isReady, loaded };
  } finally {
    await browser.close();
  }
}

/** The first view of anybody: a new server with no tile made yet, and a new browser. */
async function viewAnew(): Promise<View> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jangkau-first-view-'));
  const server = await startServer({ DATA_DIR: dataDir, PROVINCE: '13' });
  const link = await startSlowLink(server.origin, line);
  try {
    const cookie = await prepareProvince(server.origin);
    const view = await viewOver(`http://127.0.0.1:${link.port}`, cookie);
    return { ...view, totalBytes: link.downBytes() };
  } finally {
    link.stop();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

export async function benchFirstView(): Promise<Result> {
  buildWeb();
  const views: View[] = [];
  for (let run = 0; run < runs; run += 1) views.push(await viewAnew());
  const sorted = views.toSorted((a, b) => a.readyMs - b.readyMs);
  const median = sorted[Math.floor(runs / 2)];
  if (!median) return { rows: [], skipped: [] };
  printRequests(median.loaded);
  const { bytes, text } = split(median.totalBytes, median.loaded);
  const drawn = sorted.map(({ isReady, readyMs }) => (isReady ? seconds(readyMs) : 'never'));
  const lastByteMs = Math.max(...median.loaded.map(({ endMs }) => endMs));
  return {
    rows: [
      {
        what: `First view of a province (1.6 Mbit/s, 150 ms, nothing cached), until the map is drawn: the middle of ${drawn.join(', ')}`,
        measured: `${drawn[Math.floor(runs / 2)]}; all loaded after ${seconds(lastByteMs)}`,
        aim: '≤ 6 s',
      },
      {
        what: `First view, bytes on the wire with headers (${median.loaded.length} requests)`,
        measured: kB(median.totalBytes),
        aim: '≤ 850 kB',
      },
      { what: 'First view, of that', measured: text, aim: '' },
      {
        what: 'First view, map geometry',
        measured: kB(bytes.get('map tiles') ?? 0),
        aim: '≤ 200 kB',
      },
    ],
    skipped: [],
  };
}
