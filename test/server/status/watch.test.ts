// What another process writes reaches the open browsers too.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase, setMeta } from '../../../server/platform/database.ts';
import { createHub } from '../../../server/platform/live.ts';
import type { LiveEvent } from '../../../server/status/contract.ts';
import { createWatch } from '../../../server/status/watch.ts';
import { openPlaces } from '../../helpers/place.ts';

test('new boundaries and statuses of another connection are told once, own writes never', () => {
  const path = join(mkdtempSync(join(tmpdir(), 'jangkau-watch-')), 'jangkau.db');
  const db = openPlaces(path);
  const other = openDatabase(path);
  const hub = createHub<LiveEvent>();
  const heard: LiveEvent[] = [];
  hub.subscribe((event) => heard.push(event));
  const look = createWatch(db, hub);

  setMeta(db, 'boundary_version', 'own');
  look();
  expect(heard).toEqual([]);

  setMeta(other, 'boundary_version', 'theirs');
  setMeta(other, 'status_version', '7');
  look();
  look();
  expect(heard).toEqual([
    { type: 'map', boundaryVersion: 'theirs' },
    { type: 'reload', version: 7 },
  ]);
});
