// Loads the province once for all journeys; each journey starts from a copy of it.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer } from '../helpers/server.ts';

export default async function loadProvince(): Promise<void> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jangkau-e2e-province-'));
  const server = await startServer({ DATA_DIR: dataDir });
  await server.stop();
  process.env.E2E_PROVINCE_DIR = dataDir;
}
