// The real server as a process of its own, with a data folder that a journey may spoil.
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export const adminEmail = 'admin@contoh.go.id';
export const adminPassword = 'sinyal-sampai-desa';

export type Running = { address: string; stop(): Promise<void> };

const root = join(import.meta.dirname, '../..');

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) resolve();
    else child.on('exit', () => resolve());
  });
}

/** Starts the server over `dataDir` and waits until it says that it is ready. */
export function startServer(dataDir: string, port = 0): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      DATA_DIR: dataDir,
      PORT: String(port),
      ADMIN_EMAIL: adminEmail,
      ADMIN_PASSWORD: adminPassword,
    },
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer) => {
      printed += chunk.toString();
      const address = /siap di (http:\/\/\S+)/.exec(printed)?.[1];
      if (!address) return;
      resolve({
        address,
        async stop() {
          child.kill('SIGTERM');
          await ended(child);
        },
      });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', (code) => reject(new Error(`the server ended with ${code}: ${printed}`)));
  });
}
