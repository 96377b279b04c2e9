// A PostgreSQL cluster of the benchmark's own, in a temporary folder, gone when it stops; and a
// connection to it that stays open (psql as a child process). Knows nothing of tiles.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

const versionsDir = '/usr/lib/postgresql';

/** The server's programs where PostGIS is installed with them, or null. */
function findPrograms(): string | null {
  if (!existsSync(versionsDir)) return null;
  const version = readdirSync(versionsDir).find((name) =>
    existsSync(`/usr/share/postgresql/${name}/extension/postgis.control`),
  );
  return version ? join(versionsDir, version, 'bin') : null;
}

const installer = '/usr/bin/apt-get';

function install(...args: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(installer, args, { stdio: 'ignore', timeout: 600_000, env });
}

/** Why there is no PostGIS here, or null; installs Debian's packages where root may. */
export function missingPostgis(): string | null {
  if (process.getuid?.() !== 0) return 'not root, so no cluster can be started as "postgres"';
  if (findPrograms()) return null;
  if (!existsSync(installer)) return 'not installed, and no apt-get to install it';
  console.error('Installing PostgreSQL and PostGIS for the comparison…');
  install('update', '-qq');
  install('install', '-y', '-qq', '--no-install-recommends', 'postgresql', 'postgis');
  install('install', '-y', '-qq', '--no-install-recommends', 'postgresql-postgis');
  return findPrograms() ? null : 'apt-get could not install postgresql and postgresql-postgis';
}

/** One open connection; one question at a time. */
export type Connection = {
  /** Runs statements that give nothing back; throws with what psql said when one fails. */
  run(sql: string): Promise<void>;
  /** The single binary value of `select`. */
  askBytes(select: string): Promise<Uint8Array>;
};

export type Cluster = { connection: Connection; version: string; stop(): Promise<void> };

function postgresUser(): { uid: number; gid: number } {
  const number = (flag: string) => Number(spawnSync('id', [flag, 'postgres']).stdout.toString());
  return { uid: number('-u'), gid: number('-g') };
}

/** Signature, flags and extension of COPY's binary format; then one field: a count and a length. */
const copyHeader = 19;
const fieldStart = copyHeader + 2 + 4;
const trailer = 2;

function connect(programs: string, dir: string): Connection & { close(): Promise<void> } {
  const psql = spawn(
    join(programs, 'psql'),
    ['-h', dir, '-U', 'postgres', '-d', 'postgres', '-X', '-q', '-A', '-t'],
    { stdio: ['pipe', 'pipe', 'pipe'] },
  );
  let received = Buffer.alloc(0);
  let errors = '';
  let arrived = () => {};
  psql.stdout.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk]);
    arrived();
  });
  psql.stderr.on('data', (chunk: Buffer) => {
    errors += chunk.toString();
    arrived();
  });
  const ended = new Promise<void>((resolve) => psql.on('close', () => resolve()));

  /** Waits until `isWhole` of what came, gives it back, and starts anew. */
  async function receive(isWhole: (bytes: Buffer) => boolean): Promise<Buffer> {
    while (!isWhole(received)) {
      if (/error:|fatal:/i.test(errors)) throw new Error(errors.trim());
      await new Promise<void>((resolve) => {
        arrived = resolve;
      });
    }
    const bytes = received;
    received = Buffer.alloc(0);
    return bytes;
  }

  return {
    async run(sql) {
      psql.stdin.write(`${sql}\n\\echo done\n`);
      await receive((bytes) => bytes.includes('done\n'));
    },
    async askBytes(select) {
      psql.stdin.write(`COPY (${select}) TO STDOUT (FORMAT binary);\n`);
      const sizeOf = (bytes: Buffer) => Math.max(0, bytes.readInt32BE(copyHeader + 2));
      const bytes = await receive(
        (part) => part.length >= fieldStart && part.length >= fieldStart + sizeOf(part) + trailer,
      );
      return bytes.subarray(fieldStart, fieldStart + sizeOf(bytes));
    },
    async close() {
      psql.stdin.end();
      await ended;
    },
  };
}

/**
 * Starts the cluster on a socket in its folder, with PostGIS. Set for this use: everything stays in
 * memory, no compilation of queries (it slows short ones), one process a query as we use one thread.
 */
export async function startCluster(): Promise<Cluster> {
  const programs = findPrograms();
  if (!programs) throw new Error('PostGIS is not installed');
  const user = postgresUser();
  const dir = mkdtempSync(join(tmpdir(), 'jangkau-postgis-'));
  chownSync(dir, user.uid, user.gid);
  chmodSync(dir, 0o700);
  const data = join(dir, 'data');
  const made = spawnSync(
    join(programs, 'initdb'),
    ['-D', data, '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '-U', 'postgres', '--no-sync'],
    { ...user, cwd: dir },
  );
  if (made.status !== 0) throw new Error(`initdb: ${String(made.stderr)}`);
  const settings = {
    listen_addresses: '',
    unix_socket_directories: dir,
    shared_buffers: '512MB',
    work_mem: '64MB',
    maintenance_work_mem: '256MB',
    fsync: 'off',
    autovacuum: 'off',
    jit: 'off',
    max_parallel_workers_per_gather: '0',
  };
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`])],
    { ...user, cwd: dir, stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => server.on('close', () => resolve()));
  const endServer = async () => {
    server.kill('SIGINT');
    await ended;
    rmSync(dir, { recursive: true, force: true });
  };
  try {
    while (!existsSync(join(dir, '.s.PGSQL.5432')) && server.exitCode === null) await delay(50);
    const connection = connect(programs, dir);
    await connection.run('CREATE EXTENSION postgis;');
    const version = await connection.askBytes('SELECT convert_to(postgis_lib_version(), $$UTF8$$)');
    return {
      connection,
      version: Buffer.from(version).toString(),
      async stop() {
        await connection.close();
        await endServer();
      },
    };
  } catch (error) {
    await endServer();
    throw error;
  }
}
