// Native GEOS through Debian's geosop: how long it takes to merge, the operation alone, and the area.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Multi } from '../../server/regions/geos.ts';
import { multiArea } from '../../server/regions/planar.ts';
import { quantile } from './measure.ts';
import { fromWkb } from '../../server/regions/wkb.ts';

const program = '/usr/bin/geosop';
const installer = '/usr/bin/apt-get';

/** Why there is no native GEOS here, or null; installs Debian's package where root may. */
export function missingGeosop(): string | null {
  if (existsSync(program)) return null;
  if (process.getuid?.() !== 0 || !existsSync(installer)) return 'geosop is not installed';
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = (...args: string[]) =>
    spawnSync(installer, args, { stdio: 'ignore', timeout: 600_000, env });
  install('update', '-qq');
  install('install', '-y', '-qq', '--no-install-recommends', 'geos-bin');
  return existsSync(program) ? null : 'apt-get could not install geos-bin';
}

function run(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, { maxBuffer: 2 ** 30 });
  if (status !== 0) throw new Error(`geosop: ${String(stderr)}`);
  return String(stdout) + String(stderr);
}

const ringText = (ring: Multi[number][number]) =>
  `(${ring.map((point) => point.join(' ')).join(',')})`;

/** Merges polygons; milliseconds of the operation alone (the median of five), and square degrees. */
export function mergeNatively(parts: readonly Multi[]): { ms: number; area: number } {
  const dir = mkdtempSync(join(tmpdir(), 'jangkau-geos-'));
  try {
    const input = join(dir, 'parts.wkt');
    const polygons = parts.flat().map((rings) => `POLYGON(${rings.map(ringText).join(',')})`);
    writeFileSync(input, `GEOMETRYCOLLECTION(${polygons.join(',')})`);
    const times = Array.from({ length: 5 }, () => {
      const told = run(['-a', input, '-t', 'unaryUnion']);
      const micros = /([\d,]+) usec/.exec(told)?.[1]?.replaceAll(',', '');
      if (micros === undefined) throw new Error(`geosop told no time: ${told.slice(0, 200)}`);
      return Number(micros) / 1000;
    }).toSorted((a, b) => a - b);
    // Its own figure of the area has six digits only.
    const merged = run(['-a', input, '-f', 'wkb', 'unaryUnion']).trim();
    return { ms: quantile(times, 0.5), area: multiArea(fromWkb(Buffer.from(merged, 'hex'))) };
  } finally {
    rmSync(dir, { recursive: true });
  }
}
