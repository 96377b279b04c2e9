// `npm test`: types, lint, unused code, unit and route tests, end-to-end tests. Works on a fresh clone.
import { spawnSync } from 'node:child_process';
import { buildWeb, install, root } from './prepare.mjs';

install();
buildWeb();
const { findChromium } = await import('./chromium.mjs');
const env = { ...process.env, CHROMIUM_PATH: findChromium() };

/** @type {[name: string, program: string, args: string[]][]} */
const checks = [
  ['types', 'tsc', []],
  ['format', 'oxfmt', ['--check', '.']],
  ['lint', 'oxlint', ['--type-aware', '--deny-warnings']],
  ['unused code', 'knip', ['--no-progress']],
  ['unit and route tests', 'vitest', ['run', '--config', 'test/vitest.config.ts']],
  ['end-to-end tests', 'playwright', ['test', '--config', 'test/e2e/playwright.config.ts']],
];

const failed = [];
for (const [name, program, args] of checks) {
  console.log(`\n== ${name}`);
  const startedAt = Date.now();
  const { status } = spawnSync(`node_modules/.bin/${program}`, args, {
    cwd: root,
    stdio: 'inherit',
    env,
  });
  console.log(
    `== ${name}: ${status === 0 ? 'ok' : 'FAILED'}, ${Math.round((Date.now() - startedAt) / 1000)} s`,
  );
  if (status !== 0) failed.push(name);
}
if (failed.length > 0) console.log(`\nfailed: ${failed.join(', ')}`);
console.log(`\nchecks: ${checks.length - failed.length} passed, ${failed.length} failed`);
process.exit(failed.length > 0 ? 1 : 0);
