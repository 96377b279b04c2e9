// The answers that planning gives, as the worker threads give them: with the settings of the moment.
import type { Account } from '../auth/contract.ts';
import type { Db } from '../platform/database.ts';
import { readBest } from './best-positions.ts';
import { readGain } from './gain.ts';
import type { Best, BestRequest, Candidate, Gain } from './planning-contract.ts';
import { readSettings } from './settings-store.ts';

/** A candidate, and whose eyes the answer is for: plans are not shown to everybody. */
export type GainQuestion = { candidate: Candidate; viewer: Account };

export async function answerGain(db: Db, { candidate, viewer }: GainQuestion): Promise<Gain> {
  const { settings } = readSettings(db);
  return readGain(db, candidate, viewer, settings, null);
}

export async function answerBest(db: Db, request: BestRequest): Promise<Best> {
  const { settings } = readSettings(db);
  return readBest(db, request, settings, null);
}
