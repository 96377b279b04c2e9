// Report inputs for the made-up villages.
import type { z } from 'zod';
import type { ReportInput } from '../../server/evidence/contract.ts';
import { villages } from './place.ts';

/** A report as a client sends it: what the contract fills in may be left out. */
type WireReport = z.input<typeof ReportInput>;

/** Nothing of any operator in Inderapura, seen a week ago inside the village. */
export function reportInput(over: Partial<WireReport> = {}): WireReport {
  return {
    villageCode: villages.inderapura,
    position: [100.05, -1.95],
    positionSource: 'map',
    accuracyM: null,
    observedOn: '2026-11-15',
    statements: ['telkomsel', 'indosat', 'xlsmart'].map((operatorId) => ({
      operatorId,
      technology: 'none',
      strength: null,
    })),
    note: 'Sinyal hilang setelah jembatan',
    ...over,
  };
}

export const creating = { 'if-none-match': '*' };
export const changing = (version: number) => ({ 'if-match': `"${version}"` });
