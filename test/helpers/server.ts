// The real server as a process of its own, for journeys and benchmarks.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');

export const adminEmail = 'admin@contoh.go.id';
export const adminPassword = 'sinyal-sampai-desa';

export type Server = { origin: URL; startMs: number; stop(): Promise<void> };

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => child.on('close', () => resolve()));
}

/** Starts it as `npm start` does and waits until it listens; `startMs` is how long that took. */
export async function startServer(env: Record<string, string>): Promise<Server> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOST: '127.0.0.1',
      PORT: '0',
      ADMIN_EMAIL: adminEmail,
      ADMIN_PASSWORD: adminPassword,
      ...env,
    },
  });
  const end = ended(child);
  let printed = '';
  let isStopping = false;
  const origin = await new Promise<URL>((resolve, reject) => {
    const read = (chunk: Buffer) => {
      printed = (printed + chunk.toString()).slice(-4000);
      const address = /siap di (http:\/\/\S+)/.exec(printed)?.[1];
      if (address) resolve(new URL(address));
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('close', () => reject(new Error(`the server did not start: ${printed}`)));
  });
  return {
    origin,
    startMs: performance.now() - startedAt,
    async stop() {
      if (child.exitCode !== null && !isStopping)
        throw new Error(`the server stopped by itself: ${printed}`);
      isStopping = true;
      child.kill('SIGTERM');
      await end;
    },
  };
}
