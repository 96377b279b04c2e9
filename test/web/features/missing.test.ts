// What the panel says is still missing, from what the server tells.
import { describe, expect, test } from 'vitest';
import type { LocalityLine, OperatorLine, StatusWhy } from '../../../server/status/contract.ts';
import { missingLines } from '../../../web/features/status/missing.ts';
import { id } from '../../../web/i18n/id.ts';

const operator = (operatorName: string, over: Partial<OperatorLine> = {}): OperatorLine => ({
  operatorId: operatorName,
  operatorName,
  status: 'blankspot',
  confirmed: true,
  stale: false,
  technology: 'none',
  strength: null,
  observedOn: '2026-10-01',
  servedFraction: 0,
  lacking: null,
  why: [],
  ...over,
});

const locality = (status: LocalityLine['status']): LocalityLine => ({
  id: crypto.randomUUID(),
  kind: 'jorong',
  name: 'Pasar',
  status,
  confirmed: true,
  stale: false,
  observedOn: null,
  population: null,
  households: null,
});

function linesOf(operators: OperatorLine[], localities: LocalityLine[] = []): string[] {
  const why: StatusWhy = {
    code: '13.01.01.2001',
    status: 'blankspot',
    confirmed: true,
    stale: false,
    sample: false,
    conflict: false,
    modelled: false,
    operators,
    localities,
    shares: null,
    knownFraction: 1,
    settingsSince: null,
  };
  return missingLines(why, id.status);
}

describe('what is missing', () => {
  test('nothing where all is known and fresh', () =>
    expect(linesOf([operator('Telkomsel')])).toEqual([]));

  test('more evidence, by operator and status', () => {
    const lacking = { status: 'blankspot', reports: 1, measurements: 1 } as const;
    expect(linesOf([operator('Telkomsel', { confirmed: false, lacking })])).toEqual([
      'Blankspot Telkomsel: masih perlu 1 laporan terverifikasi lagi, atau 1 pengukuran.',
    ]);
  });

  test('verification, the unknown operators, old data', () => {
    expect(
      linesOf([
        operator('Telkomsel', { confirmed: false }),
        operator('Indosat', { status: 'unknown', confirmed: false }),
        operator('XLSMART', { stale: true }),
      ]),
    ).toEqual([
      'Laporan tentang Telkomsel menunggu verifikasi.',
      'Indosat belum diketahui.',
      'Data XLSMART sudah lama; perlu diukur lagi.',
    ]);
  });

  test('localities of which nothing is known, where something is known of others', () => {
    expect(linesOf([operator('Telkomsel')], [locality('served'), locality('unknown')])).toEqual([
      '1 jorong belum ada datanya.',
    ]);
    expect(linesOf([operator('Telkomsel')], [locality('unknown')])).toEqual([]);
  });

  test('nothing is asked for where nothing is known at all: the line of why says so', () =>
    expect(linesOf([operator('Telkomsel', { status: 'unknown', confirmed: false })])).toEqual([]));
});
