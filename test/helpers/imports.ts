// Sending table files over the real router, and looking at what became of their rows.
import type { ImportDetail, ImportKindName, ImportPart, ImportRow } from '#contract/interchange';
import type { Answer, TestApp } from './app.ts';
import type { Person } from './verify.ts';

/** The importer as one person uses it. */
export function importer({ app }: Pick<TestApp, 'app'>, who: Person) {
  async function fetchRaw(path: string, method = 'GET', body?: Uint8Array): Promise<Response> {
    return app.request(
      `http://jangkau.test${path}`,
      {
        method,
        headers: {
          cookie: who.cookie,
          ...(method !== 'GET' && { 'sec-fetch-site': 'same-origin' }),
          ...(body && {
            'content-type': 'application/octet-stream',
            'content-length': String(body.length),
          }),
        },
        ...(body && { body: new Uint8Array(body) }),
      },
      { incoming: { socket: { remoteAddress: '192.0.2.7', remotePort: 1, remoteFamily: 'IPv4' } } },
    );
  }

  /** Sends a file, whatever comes back. */
  async function sendFile(
    kind: ImportKindName,
    bytes: Uint8Array,
    name = 'data.csv',
  ): Promise<Pick<Answer, 'status' | 'body'>> {
    const response = await fetchRaw(
      `/api/imports?kind=${kind}&name=${encodeURIComponent(name)}`,
      'POST',
      bytes,
    );
    return { status: response.status, body: await response.json() };
  }

  /** Opens the preview of a file that is read. */
  async function open(
    kind: ImportKindName,
    rows: readonly (readonly string[])[],
    name = 'data.csv',
  ): Promise<ImportDetail> {
    const { status, body } = await sendFile(kind, csv(rows), name);
    if (status !== 201) throw new Error(`not read: ${status} ${JSON.stringify(body)}`);
    return body as ImportDetail;
  }

  async function change(detail: ImportDetail, body: object): Promise<Answer> {
    return who.send(`/api/imports/${detail.id}`, {
      method: 'PATCH',
      body,
      headers: { 'if-match': `"${detail.version}"` },
    });
  }

  async function listRows(detail: ImportDetail, part: ImportPart): Promise<ImportRow[]> {
    const { body } = await who.send(`/api/imports/${detail.id}/rows?part=${part}`);
    return (body as { rows: ImportRow[] }).rows;
  }

  const decide = (detail: ImportDetail, number: number, body: object): Promise<Answer> =>
    who.send(`/api/imports/${detail.id}/rows/${number}`, { method: 'PATCH', body });

  /** Confirms what the importer sees now. */
  async function confirm(detail: ImportDetail, body: object = {}): Promise<Answer> {
    const { body: current } = await who.send(`/api/imports/${detail.id}`);
    return who.send(`/api/imports/${detail.id}/confirm`, {
      method: 'POST',
      body,
      headers: { 'if-match': `"${(current as ImportDetail).version}"` },
    });
  }

  return { fetchRaw, sendFile, open, change, listRows, decide, confirm };
}

/** A plain CSV file of these cells. */
export function csv(rows: readonly (readonly string[])[]): Uint8Array {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  return Buffer.from(rows.map((row) => row.map(quoted).join(',')).join('\r\n'));
}
