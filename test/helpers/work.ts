// A liaison's workbook as a person uses it: taken along, filled in, brought back.
import { randomUUID } from 'node:crypto';
import type { WorkTable } from '../../server/commitments/work-contract.ts';
import { readTable } from '../../server/interchange/read-table.ts';
import type { Table } from '../../server/interchange/table.ts';
import { writeXlsx } from '../../server/interchange/write-table.ts';
import type { TestApp } from './app.ts';
import { villages } from './place.ts';
import type { Person } from './verify.ts';

type Cell = string | number;

const remote = {
  incoming: { socket: { remoteAddress: '192.0.2.7', remotePort: 1, remoteFamily: 'IPv4' } },
};

/** Opens a declaration window; by default Telkomsel and Indosat answer for two villages. */
export async function openWindow(
  staff: Person,
  over: { operatorIds?: string[]; places?: string[]; closesOn?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const codes = over.places ?? [villages.inderapura, villages.mau];
  const answer = await staff.send(`/api/declarations/${id}`, {
    method: 'PUT',
    body: {
      title: 'Rakor triwulan I',
      note: '',
      closesOn: over.closesOn ?? '2026-12-10',
      operatorIds: over.operatorIds ?? ['telkomsel', 'indosat'],
      places: codes.map((villageCode) => ({ villageCode, localityId: null })),
    },
  });
  if (answer.status >= 300) throw new Error(JSON.stringify(answer.body));
  return id;
}

/** The sheets of the workbook that `who` takes along. */
export async function download({ app }: Pick<TestApp, 'app'>, who: Person): Promise<Table[]> {
  const response = await app.request(
    'http://jangkau.test/api/work/table.xlsx',
    { headers: { cookie: who.cookie } },
    remote,
  );
  if (response.status !== 200) throw new Error(await response.text());
  return readTable(new Uint8Array(await response.arrayBuffer()), 'tugas.xlsx');
}

/** The rows of a sheet, each by its headers. */
export function rowsOf(tables: readonly Table[], sheet: string): Record<string, string>[] {
  const table = tables.find((one) => one.sheet === sheet);
  return (table?.rows ?? []).map(({ cells }) =>
    Object.fromEntries(cells.map((cell, at) => [table?.header[at] ?? '', cell])),
  );
}

/** A workbook of sheets by their names, each of rows by their headers. */
export async function workbook(
  sheets: Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>,
): Promise<Uint8Array> {
  return writeXlsx(
    Object.entries(sheets).map(([name, rows]) => {
      const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return {
        name,
        columns: headers.map((header) => ({ header })),
        rows: rows.map((row) => headers.map((header) => row[header] ?? null)),
      };
    }),
  );
}

/** Brings bytes back; with `store` they are kept when nothing is refused. */
export async function upload(
  { app }: Pick<TestApp, 'app'>,
  who: Person,
  bytes: Uint8Array,
  { store = false } = {},
): Promise<{ status: number; body: WorkTable & { code?: string } }> {
  const response = await app.request(
    `http://jangkau.test/api/work/table?store=${store}`,
    {
      method: 'POST',
      headers: {
        cookie: who.cookie,
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/octet-stream',
        'content-length': String(bytes.length),
      },
      body: new Uint8Array(bytes),
    },
    remote,
  );
  return { status: response.status, body: await response.json() };
}
