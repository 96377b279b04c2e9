// Counts, the line of why, the matrix and the rows of the list, from what the server tells.
import { describe, expect, test } from 'vitest';
import { regionId } from '../../../server/regions/contract.ts';
import type { EvidenceLine, OperatorLine, StatusWhy } from '../../../server/status/contract.ts';
import { statusMark, statusTable, withChanges } from '../../../web/api/status.ts';
import { filterRows, listRows } from '../../../web/features/regions/village-rows.ts';
import { countAll, countVillages } from '../../../web/features/status/count.ts';
import { cellOf } from '../../../web/features/status/matrix-cell.ts';
import { whyLine } from '../../../web/features/status/why-line.ts';
import { id } from '../../../web/i18n/id.ts';

const marks = new Map([
  [1, statusMark('blankspot', 0)],
  [2, statusMark('blankspot', 1)],
  [3, statusMark('served', 2)],
]);

describe('counts', () => {
  test('what is only reported counts as unknown, and is told apart', () => {
    const counts = countVillages(new Set([1, 2, 3, 4]), marks, 'status');
    expect(counts).toMatchObject({ total: 4, reported: 1 });
    expect(counts.byKey).toMatchObject({ blankspot: 1, served: 1, unknown: 2 });
  });

  test('of everything add up to the total', () => {
    const { byKey, total } = countAll(10, marks, 'status');
    expect(Object.values(byKey).reduce((a, b) => a + b)).toBe(total);
    expect(byKey['unknown']).toBe(8);
  });
});

describe('the status table', () => {
  const table = statusTable({
    version: 4,
    idSteps: [1301012001, 1],
    statuses: '41',
    majorities: '4',
    flags: 'P0',
    known: '3A',
  });

  test('is unpacked from steps', () => {
    expect(table.marks.get(1301012001)).toBe(statusMark('blankspot', 1 + 8 + 16, 3));
    expect(table.marks.get(1301012002)).toBe(statusMark('partial', 0, 10, 'blankspot'));
  });

  test('takes changes without touching the table before', () => {
    const next = withChanges(table, 5, [
      { id: 1301012001, status: 'unknown', majority: null, flags: 0, knownTenths: 0 },
      { id: 7, status: 'weak', majority: null, flags: 0, knownTenths: 0 },
    ]);
    expect([...next.marks.keys()]).toEqual([1301012002, 7]);
    expect(table.marks.size).toBe(2);
    expect(next.version).toBe(5);
  });
});

function evidence(part: EvidenceLine['part'], verified: boolean, observedOn: string): EvidenceLine {
  return {
    reportId: crypto.randomUUID(),
    kind: 'report',
    localityName: null,
    technology: 'none',
    strength: null,
    isOutage: false,
    rsrpDbm: null,
    availability: null,
    observedOn,
    verified,
    isSample: false,
    modelled: null,
    sourceName: 'A',
    officeName: '',
    part,
  };
}

function operator(name: string, status: OperatorLine['status'], why: EvidenceLine[]): OperatorLine {
  return {
    operatorId: name,
    operatorName: name,
    status,
    confirmed: true,
    stale: false,
    technology: null,
    strength: null,
    observedOn: null,
    servedFraction: 0,
    lacking: null,
    why,
  };
}

describe('the line of why', () => {
  const line = (operators: OperatorLine[]) => {
    const why: StatusWhy = {
      code: '13.01.01.2001',
      status: 'incomplete',
      confirmed: true,
      stale: false,
      sample: false,
      conflict: false,
      modelled: false,
      operators,
      localities: [],
      shares: null,
      knownFraction: 0,
      settingsSince: null,
    };
    return whyLine(why, id.status, 'id');
  };

  test('names basis, age and operators', () => {
    const words = line([
      operator('Telkomsel', 'blankspot', [evidence('made', true, '2026-10-12')]),
      operator('Indosat', 'blankspot', [
        evidence('made', true, '2026-03-01'),
        evidence('beaten', true, '2026-11-01'),
      ]),
      operator('XLSMART', 'unknown', []),
    ]);
    expect(words).toBe(
      '2 laporan terverifikasi, terakhir 12 Okt 2026; Telkomsel dan Indosat tidak ada, XLSMART belum diketahui',
    );
  });

  test('says so when nothing is known', () =>
    expect(line([operator('Telkomsel', 'unknown', [])])).toBe(id.status.whyNothing));
});

describe('the matrix', () => {
  test('the best technology is there, higher ones are not, lower ones are not stated', () => {
    expect((['2g', '3g', '4g', '5g'] as const).map((column) => cellOf('3g', column))).toEqual([
      'unsaid',
      'present',
      'absent',
      'absent',
    ]);
    expect(cellOf('none', '2g')).toBe('absent');
  });
});

describe('the list', () => {
  const village = (code: string, name: string) => ({
    code,
    kind: 'nagari',
    name,
    districtName: 'Pancung Soal',
    regencyName: 'Pesisir Selatan',
  });
  const rows = listRows(
    [village('13.01.01.2001', 'Inderapura'), village('13.01.01.2002', 'Muaro Sakai')],
    new Map([[regionId('13.01.01.2002'), statusMark('weak', 0)]]),
  );

  test('finds by any words, in any order, and by code', () => {
    const names = (filter: string) =>
      filterRows(rows, filter, new Set(), 'status').map(({ name }) => name);
    expect(names('pesisir INDERA')).toEqual(['Inderapura']);
    expect(names('13.01.01.2002')).toEqual(['Muaro Sakai']);
    expect(names('nagari')).toHaveLength(2);
    expect(names('kosong')).toEqual([]);
  });

  test('leaves out what the legend hides', () =>
    expect(filterRows(rows, '', new Set(['unknown']), 'status').map(({ name }) => name)).toEqual([
      'Muaro Sakai',
    ]));
});
