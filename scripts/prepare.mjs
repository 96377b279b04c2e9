// What `npm start`, `npm run dev` and `npm test` share: packages installed, the web app built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const root = join(import.meta.dirname, '..');

/** Runs a program in the project and shows what it prints; ends this process when it fails. */
export function run(program, args, options = {}) {
  const { status, error } = spawnSync(program, args, { cwd: root, stdio: 'inherit', ...options });
  if (error || status !== 0) {
    console.error(`${program} ${args.join(' ')} gagal${error ? `: ${error.message}` : ''}`);
    process.exit(status || 1);
  }
}

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) hash.update(`${relative(root, path)}\0`).update(readFileSync(path));
  return hash.digest('hex');
}

function listFiles(dir) {
  return readdirSync(dir, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(dir, entry.name);
      return entry.isDirectory() ? listFiles(path) : [path];
    })
    .toSorted();
}

/** Does `work` unless it was done already for the same content of `inputs`. */
function once(stampPath, inputs, work) {
  const hash = hashOf(inputs);
  if (existsSync(stampPath) && readFileSync(stampPath, 'utf8') === hash) return;
  work();
  writeFileSync(stampPath, hash);
}

/** Installs the locked packages when they are missing or another lock file was installed. */
export function install() {
  const modules = join(root, 'node_modules');
  const lock = join(root, 'package-lock.json');
  mkdirSync(modules, { recursive: true });
  once(join(modules, '.jangkau-installed'), [lock], () => {
    console.log('Memasang paket (sekali saja, sekitar dua menit)…');
    run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  });
}

/** What the web app takes from the server: the contracts, and how coordinates are read. */
const sharedWithWeb = /contract\.ts$|regions[\\/](coordinates|coordinate-text|utm)\.ts$/;

/** Builds web/dist when the web app or what it shares with the server has changed since. */
export function buildWeb() {
  const dist = join(root, 'web/dist');
  const sources = [
    ...listFiles(join(root, 'web')).filter((path) => !path.startsWith(dist)),
    ...listFiles(join(root, 'server')).filter((path) => sharedWithWeb.test(path)),
    join(root, 'package-lock.json'),
  ];
  once(join(dist, '.built'), sources, () => {
    console.log('Membangun aplikasi web…');
    run(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'web', '--logLevel=warn']);
    run(process.execPath, ['scripts/compress.mjs']);
  });
}
