// What waits on this device to be sent: reports and their photos, and how far each has come.
import type { z } from 'zod';
import type { PhotoDeclared, Report, ReportInput, ReportSaved } from '#contract/evidence';
import type { FieldProblem } from '#contract/platform';
import type { RequestOptions } from '../client.ts';

/** How requests are sent: `request` of web/api, or a test's own. Rejects with ApiProblem. */
export type Transport = <T>(path: string, options?: RequestOptions) => Promise<T>;

/** Why the server said no: its stable code, and the fields it named. */
export type OutboxRefusal = { code: string; errors: z.infer<typeof FieldProblem>[] };

/**
 * `waiting`: to be sent when it is due; `sending`: under way; `received`: the server has it;
 * `refused`: it must be mended or thrown away; `conflict`: somebody changed the report meanwhile,
 * and a person must choose.
 */
export type OutboxState = 'waiting' | 'sending' | 'received' | 'refused' | 'conflict';

/** One report to be created or changed. Belongs to the account that wrote it, and to no other. */
export type OutboxItem = {
  /** The report's id, made by the client. */
  id: string;
  accountId: string;
  input: ReportInput;
  /** The version that the change was made on; null creates the report. */
  version: number | null;
  /** The village's name, for the list of what waits. */
  label: string;
  /** Milliseconds since 1970. */
  createdAt: number;
  state: OutboxState;
  /** Milliseconds since 1970; null until the server has the report and all photos it takes. */
  receivedAt: number | null;
  /** True when the report itself has arrived; photos may still be missing. */
  isReportSent: boolean;
  /** What the server found worth knowing when it took the report. */
  warnings: ReportSaved['warnings'];
  /** Of the report and its photos. */
  sentBytes: number;
  totalBytes: number;
  refusal: OutboxRefusal | null;
  /** The server's version at a conflict. */
  current: Report | null;
  /** Tries begun since something last arrived. */
  attempts: number;
  /** Milliseconds since 1970; before it nothing is tried. */
  nextTryAt: number;
  /** True when the last try met no server: it is due at once when the line is back. */
  waitsForLine: boolean;
  /** Earlier wordings whose answer was not heard: one of them may have arrived. */
  tried: ReportInput[];
  /** Counts what a person changed, so that a late answer never overwrites it. */
  revision: number;
};

/** One photo of a report. */
export type OutboxPhoto = PhotoDeclared & {
  /** The photo's id, made by the client. */
  id: string;
  reportId: string;
  accountId: string;
  /** Null once the server has it. */
  blob: Blob | null;
  /** Parts that the server has, and their bytes. */
  sentParts: number;
  sentBytes: number;
  state: 'waiting' | 'stored' | 'refused';
  refusal: OutboxRefusal | null;
};

/** A report to be put into the outbox; the rest of its item is the outbox's own. */
export type NewOutboxItem = Pick<OutboxItem, 'id' | 'accountId' | 'input' | 'version' | 'label'>;

/** A photo to be put into the outbox with its report. */
export type NewOutboxPhoto = Pick<
  OutboxPhoto,
  'id' | 'kind' | 'operatorId' | 'sha256' | 'exifDistanceM'
> & { blob: Blob };

/** A report with what became of its photos, as screens show it. */
export type OutboxEntry = OutboxItem & { photos: Omit<OutboxPhoto, 'blob'>[] };

/**
 * Why a run came to its end: all was tried, no server was met, it asked for time, nobody is signed
 * in any more, or somebody else is.
 */
export type RunEnd = 'done' | 'line' | 'busy' | 'signed_out' | 'other_account';
