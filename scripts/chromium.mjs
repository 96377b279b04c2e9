// Finds a Chromium for the end-to-end tests; installs one where there is none, or says what to install.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

/** With these it runs as root, without a graphics card, and asks nobody for anything. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
];

function known() {
  return [process.env.CHROMIUM_PATH, '/usr/bin/chromium', chromium.executablePath()].find(
    (path) => path && existsSync(path),
  );
}

function attempt(program, args) {
  return spawnSync(program, args, { stdio: 'inherit', timeout: 900_000 }).status === 0;
}

/** The path of a Chromium that runs here; ends this process with one line when there is none to be had. */
export function findChromium() {
  if (process.env.CHROMIUM_PATH && !existsSync(process.env.CHROMIUM_PATH)) {
    console.error(`CHROMIUM_PATH=${process.env.CHROMIUM_PATH}: no such file`);
    process.exit(1);
  }
  const found = known();
  if (found) return found;
  console.log('Memasang Chromium untuk uji…');
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    if (attempt('apt-get', ['update', '-qq']))
      attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  }
  if (!known()) attempt('npx', ['playwright', 'install', 'chromium']);
  const installed = known();
  if (installed) return installed;
  console.error(
    'No Chromium: install Debian’s package "chromium", or set CHROMIUM_PATH to a Chromium.',
  );
  return process.exit(1);
}
