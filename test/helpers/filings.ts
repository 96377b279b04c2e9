// Filings of plans: sites as rules see them, and files as a liaison sends, compares and accepts them.
import type { Filing, FilingLine, LineDecision } from '#contract/filings';
import type { PlanSite } from '../../server/commitments/filing-site.ts';
import type { Answer, TestApp } from './app.ts';
import { importer } from './imports.ts';
import { changing } from './report.ts';
import type { Person } from './verify.ts';

/** A planned 4G site in the middle of Inderapura, to be on air at the end of March 2027. */
export function planSite(
  over: Partial<Omit<PlanSite, 'cells'>> & { by?: string | null; state?: CellState } = {},
): PlanSite {
  const { by = '2027-03-31', state = 'planned', ...site } = over;
  const cell = { technology: '4g', bandMhz: null, heightM: null, azimuthDeg: null } as const;
  const shape = { ...cell, beamwidthDeg: null, radiusM: null };
  return {
    siteRef: 'PSR041',
    siteName: 'Inderapura Hilir',
    position: [100.05, -1.95],
    cells: [{ ...shape, ref: '4g/-/omni', state, onAirOn: by }],
    ...site,
  };
}

type CellState = PlanSite['cells'][number]['state'];

/** One row of a file of plans. */
export type PlanRow = {
  id?: string;
  name?: string;
  lat?: string;
  lng?: string;
  tech?: string;
  target?: string;
  state?: string;
  operator?: string;
};

const usual = { id: 'PSR041', name: 'Inderapura Hilir', lat: '-1,95', lng: '100,05' };

/** The cells of a file of plans with its header. */
export function planTable(rows: readonly PlanRow[]): string[][] {
  const header = ['Operator', 'ID site', 'Nama site', 'Lintang', 'Bujur', 'Teknologi'];
  return [
    [...header, 'Target on air', 'Status'],
    ...rows.map((row) => {
      const { id, name, lat, lng } = { ...usual, ...row };
      const { tech = '4G', target = 'Q1 2027', state = 'rencana', operator = '' } = row;
      return [operator || 'Telkomsel', id, name, lat, lng, tech, target, state];
    }),
  ];
}

/** Filings as one person works with them. */
export function filer(t: Pick<TestApp, 'app'>, who: Person) {
  const files = importer(t, who);

  /** Sends a file and says whose it is, where nobody knows that yet; rows that are doubtful are left out. */
  async function receive(
    rows: readonly PlanRow[],
    { name = 'rencana.csv', operatorId = 'telkomsel' } = {},
  ): Promise<{ id: string; answer: Answer }> {
    const detail = await files.open('plans', planTable(rows), name);
    if (detail.operatorId === null) await files.change(detail, { operatorId });
    return { id: detail.id, answer: await files.confirm(detail, { skipDoubtful: true }) };
  }

  async function get(id: string): Promise<Filing> {
    return (await who.send(`/api/filings/${id}`)).body as Filing;
  }

  /** Sends a file that is taken in, and gives back its comparison. */
  async function compare(rows: readonly PlanRow[], name?: string): Promise<Filing> {
    const { id, answer } = await receive(rows, name === undefined ? {} : { name });
    if (answer.status !== 200) throw new Error(`not compared: ${JSON.stringify(answer.body)}`);
    return get(id);
  }

  async function listLines(id: string): Promise<FilingLine[]> {
    const { body } = await who.send(`/api/filings/${id}/lines`);
    return (body as { lines: FilingLine[] }).lines;
  }

  const post = (filing: Filing, verb: string, body?: object): Promise<Answer> =>
    who.send(`/api/filings/${filing.id}/${verb}`, {
      method: 'POST',
      ...(body && { body }),
      headers: changing(filing.version),
    });

  const decide = (filing: Filing, body: LineDecision): Promise<Answer> =>
    who.send(`/api/filings/${filing.id}/lines`, {
      method: 'PATCH',
      body,
      headers: changing(filing.version),
    });

  const accept = (filing: Filing, body: object = {}): Promise<Answer> =>
    post(filing, 'accept', body);

  return { ...files, receive, compare, get, listLines, post, decide, accept };
}
