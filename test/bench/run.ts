// `npm run bench`: what the speed and size of things are on this machine, as one Markdown table.
// `npm run bench -- tiles search` measures only these parts. Nothing here passes or fails.
import { cpus, totalmem } from 'node:os';
import type { Db } from '../../server/platform/database.ts';
import { benchBoard } from './commitments.ts';
import { openCountry } from './country.ts';
import { benchCoverage } from './coverage.ts';
import { benchDerive } from './derive.ts';
import { benchFilings } from './filings.ts';
import { benchFirstView } from './first-view.ts';
import { benchForecast } from './forecast.ts';
import { benchLoad } from './load.ts';
import type { Result } from './measure.ts';
import { benchOutbox } from './outbox.ts';
import { benchPlanning } from './planning.ts';
import { benchQueue } from './queue.ts';
import { openEvidence } from './reports.ts';
import { benchSearch } from './search.ts';
import { benchStatuses } from './statuses.ts';
import { benchTiles } from './tiles.ts';

type Part = () => Promise<Result>;

/** A part that reads a database, made first where it is missing. */
function withDatabase(open: () => Db, part: (db: Db) => Promise<Result>): Part {
  return async () => {
    const db = open();
    try {
      return await part(db);
    } finally {
      db.close();
    }
  };
}

const parts: Record<string, Part> = {
  statuses: withDatabase(openCountry, async (db) => ({
    rows: await benchStatuses(db),
    skipped: [],
  })),
  derive: withDatabase(openEvidence, benchDerive),
  queue: withDatabase(openEvidence, benchQueue),
  search: withDatabase(openCountry, benchSearch),
  tiles: withDatabase(openCountry, benchTiles),
  planning: benchPlanning,
  filings: benchFilings,
  coverage: benchCoverage,
  board: benchBoard,
  forecast: benchForecast,
  outbox: benchOutbox,
  load: benchLoad,
  'first-view': benchFirstView,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`No such part: ${unknown.join(', ')}. Parts: ${Object.keys(parts).join(', ')}`);
  process.exit(1);
}

const results: Result[] = [];
for (const [name, part] of Object.entries(parts)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`${name}…`);
  results.push(await part());
}

const [cpu] = cpus();
const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
const date = new Date().toISOString().slice(0, 10);
console.log(
  `\n${cpu?.model.trim() ?? 'unknown CPU'}, ${cpus().length} cores, ${memory}, Node ${process.version}, ${date}\n`,
);
console.log('| What | Measured | Aim |\n|---|---|---|');
for (const { what, measured, aim } of results.flatMap(({ rows }) => rows))
  console.log(`| ${what} | ${measured} | ${aim} |`);
for (const reason of results.flatMap(({ skipped }) => skipped)) console.log(`\nSkipped: ${reason}`);
