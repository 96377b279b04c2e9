// What the scripts share: the database of the server, and a failure told in one line.
import { existsSync } from 'node:fs';
import { type Db, openDatabase } from '../server/platform/database.ts';
import { type Env, readEnv } from '../server/platform/env.ts';

/** A failure that is told in one line and ends the script with code 1. */
export class ScriptError extends Error {}

/** The settings of the server; a bad one ends the script like any failure. */
export function scriptEnv(): Env {
  return readEnv(process.env);
}

/** Opens the database of the server, which must have been started once. Throws ScriptError. */
export function openServerDatabase(): Db {
  const path = scriptEnv().databasePath;
  if (!existsSync(path)) {
    throw new ScriptError(`belum ada basis data di ${path}: jalankan npm start lebih dahulu`);
  }
  return openDatabase(path);
}

/** Runs a script's body; any failure becomes one clear line and exit code 1. */
export async function runScript(body: () => void | Promise<void>): Promise<void> {
  try {
    await body();
  } catch (error) {
    console.error(`gagal: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}
