// Who may import whom: the rule of the house, held by reading every import.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const importPattern =
  /(?:^|\n)\s*(?:import|export)\s[^;]*?from\s+'([^']+)'|import\('([^']+)'\)|(?:^|\n)import\s+'([^']+)'/g;

function listSources(dir: string): string[] {
  return readdirSync(join(root, dir), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx|mjs)$/.test(name) && !name.startsWith('dist'))
    .map((name) => join(dir, name));
}

/** What a file imports: paths inside the project without the root, or package names. */
function listImports(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  return [...text.matchAll(importPattern)].map((match) => {
    const target = match[1] ?? match[2] ?? match[3] ?? '';
    if (target === '#contract/batch') return 'server/evidence/batch-contract.ts';
    if (target === '#contract/verification') return 'server/evidence/verification-contract.ts';
    if (target === '#contract/locality') return 'server/regions/locality-contract.ts';
    if (target === '#contract/coverage-map') return 'server/coverage/map-contract.ts';
    if (target === '#contract/planning') return 'server/coverage/planning-contract.ts';
    const further = /^#contract\/(declaration|filing|obstacle|outlook|work)s?$/.exec(target)?.[1];
    if (further !== undefined) return `server/commitments/${further}-contract.ts`;
    if (target.startsWith('#contract/')) return `server/${target.slice(10)}/contract.ts`;
    if (target === '#coordinates') return 'server/regions/coordinates.ts';
    if (!target.startsWith('.')) return target;
    return normalize(join(dirname(file), target)).replace(/\?.*$/, '');
  });
}

const files = ['server', 'web', 'scripts'].flatMap(listSources);
const imports = new Map(files.map((file) => [file, listImports(file)]));
const isOwn = (target: string) => /^(server|web|scripts|test|data)\//.test(target);
const roomOf = (file: string) => /^server\/([^/]+)\//.exec(file)?.[1] ?? null;
const featureOf = (file: string) => /^web\/features\/([^/]+)\//.exec(file)?.[1] ?? null;
const isContract = (target: string) => /^server\/.+[/-]contract\.ts$/.test(target);
const isRoom = (room: string | null) => room !== null && room !== 'platform';

function violations(
  from: (file: string) => boolean,
  mayImport: (target: string, file: string) => boolean,
): string[] {
  return [...imports].flatMap(([file, targets]) =>
    from(file)
      ? targets.filter((target) => !mayImport(target, file)).map((target) => `${file} → ${target}`)
      : [],
  );
}

test('every import inside the project exists', () => {
  const missing = violations(
    () => true,
    (target) => !isOwn(target) || existsSync(join(root, target)),
  );
  expect(missing).toEqual([]);
});

test('a contract imports zod only', () => {
  const from = (file: string) => file.endsWith('/contract.ts');
  expect(violations(from, (target) => target === 'zod')).toEqual([]);
});

test('a further contract of a room imports zod and contracts', () => {
  const from = (file: string) => isContract(file) && file.endsWith('-contract.ts');
  expect(violations(from, (target) => target === 'zod' || isContract(target))).toEqual([]);
});

test('rules import contracts and geometry only: no I/O, no clock', () => {
  const from = (file: string) => /^server\/[^/]+\/(verification-)?rules\.ts$/.test(file);
  const allowed = (target: string) => isContract(target) || target === '@turf/turf';
  expect(violations(from, allowed)).toEqual([]);
  for (const file of files.filter(from))
    expect(readFileSync(join(root, file), 'utf8'), file).not.toMatch(
      /Date\.now|new Date\(\)|process\./,
    );
});

test('the platform knows no room', () => {
  const from = (file: string) => roomOf(file) === 'platform';
  expect(violations(from, (target) => !isRoom(roomOf(target)))).toEqual([]);
});

test('a store imports its own room, contracts and the platform', () => {
  const from = (file: string) => /^server\/[^/]+\/(\w+-)?store\.ts$/.test(file);
  const allowed = (target: string, file: string) =>
    !isOwn(target) ||
    target.endsWith('/contract.ts') ||
    [roomOf(file), 'platform'].includes(roomOf(target));
  expect(violations(from, allowed)).toEqual([]);
});

test('SQL stands in stores and in what prepares the database', () => {
  const sql = /\b(SELECT .+ FROM|INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM)\b/s;
  const allowed =
    /store\.ts$|platform\/database\.ts$|^server\/regions\/(tiles|tile-cache|map-info)\.ts$|wilayah-boundaries/;
  const strays = files.filter(
    (file) =>
      file.startsWith('server/') &&
      !allowed.test(file) &&
      sql.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(strays).toEqual([]);
});

test('the server never imports the web app, nor the tests', () => {
  const from = (file: string) => file.startsWith('server/') || file.startsWith('scripts/');
  const allowed = (target: string) => !target.startsWith('web/') && !target.startsWith('test/');
  expect(violations(from, allowed)).toEqual([]);
});

test('the web app takes from the server contracts, and how coordinates are read', () => {
  const from = (file: string) => file.startsWith('web/');
  const allowed = (target: string) =>
    !target.startsWith('server/') ||
    isContract(target) ||
    target === 'server/regions/coordinates.ts';
  expect(violations(from, allowed)).toEqual([]);
});

test('how coordinates are read stays pure: the web app carries every line of it', () => {
  const shared = /^server\/regions\/(coordinates|coordinate-text|utm)\.ts$/;
  const allowed = (target: string) => target.endsWith('/contract.ts') || shared.test(target);
  expect(violations((file) => shared.test(file), allowed)).toEqual([]);
});

test('web/api imports contracts, itself and the query library', () => {
  const from = (file: string) => file.startsWith('web/api/');
  const allowed = (target: string) =>
    !isOwn(target) || target.startsWith('web/api/') || isContract(target);
  expect(violations(from, allowed)).toEqual([]);
});

test('only web/map knows MapLibre', () => {
  const from = (file: string) => file.startsWith('web/') && !file.startsWith('web/map/');
  expect(violations(from, (target) => !target.startsWith('maplibre-gl'))).toEqual([]);
});

test('a feature never imports another feature, nor the app', () => {
  const from = (file: string) => featureOf(file) !== null;
  const allowed = (target: string, file: string) =>
    !target.startsWith('web/app/') && [null, featureOf(file)].includes(featureOf(target));
  expect(violations(from, allowed)).toEqual([]);
});

test('only web/api fetches, and the service worker behind it', () => {
  const fetching = files.filter(
    (file) =>
      file.startsWith('web/') &&
      !file.startsWith('web/api/') &&
      file !== 'web/sw.ts' &&
      /\bfetch\(|new EventSource\(/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(fetching).toEqual([]);
});

test('there are no circles', () => {
  const done = new Set<string>();
  const circles: string[] = [];
  function visit(file: string, path: string[]): void {
    if (path.includes(file)) {
      circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const target of imports.get(file) ?? [])
      if (imports.has(target)) visit(target, [...path, file]);
    done.add(file);
  }
  for (const file of files) visit(file, []);
  expect(circles).toEqual([]);
});

test('the top level holds what it should and nothing else', () => {
  const allowed =
    /^(\..+|package(-lock)?\.json|tsconfig\.json|web|server|data|scripts|test|README\.md|LICENSE|node_modules|var|test-results)$/;
  expect(readdirSync(root).filter((name) => !allowed.test(name))).toEqual([]);
});
