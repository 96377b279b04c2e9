// Bridging tables: BPS codes, old Kemendagri codes and old names beside the villages of today. They
// come in as aliases, under which rows of other tables are found.
import { z } from 'zod';
import { addAlias } from '../../regions/alias-store.ts';
import { dotCode, readVillageCode } from '../../regions/place-code.ts';
import { villageKey } from '../../regions/place-names.ts';
import { isEmptyCell, tidyCell } from '../cells.ts';
import { defineKind, type ImportColumn, type RowCells } from '../import-kind.ts';
import { readVillage } from '../place-columns.ts';
import { createRowErrors, type RowErrors } from '../row-errors.ts';
import { examples } from './examples.ts';
import { villageColumns, withExamples } from './shared-columns.ts';

/** "Kode BPS" is the village's other code here, not its own. */
const today: ImportColumn[] = villageColumns.map((column) =>
  column.key === 'code'
    ? { ...column, header: 'Kode Kemendagri', names: ['kode desa', 'kode wilayah', 'kode baru'] }
    : column,
);

const columns: ImportColumn[] = withExamples(
  [
    ...today,
    { key: 'bps', header: 'Kode BPS', names: ['bps', 'kode bps desa', 'iddesa'], isCode: true },
    {
      key: 'oldCode',
      header: 'Kode lama',
      names: ['kode kemendagri lama', 'kode sebelumnya', 'old code'],
      isCode: true,
    },
    {
      key: 'oldName',
      header: 'Nama lama',
      names: ['nama bps', 'nama lain', 'nama desa bps', 'nama sebelumnya', 'old name'],
    },
  ],
  examples.codes,
);

const Written = z.object({
  kind: z.enum(['name', 'bps', 'code']),
  written: z.string().min(1).max(120),
});
const Draft = z.object({
  villageCode: z.string(),
  source: z.string().min(1).max(200),
  aliases: z.array(Written),
});

/** Ten digits, with or without dots; null for an empty cell. */
function readBps(row: RowCells, errors: RowErrors): string | null {
  const text = tidyCell(row.text('bps')).replace(/^'/, '');
  if (isEmptyCell(text)) return null;
  const digits = text.replace(/^(\d{10})[.,]0+$/, '$1').replace(/[.\s]/g, '');
  if (/^\d{10}$/.test(digits)) return digits;
  errors.add('bps', 'wrong_format');
  return null;
}

function readAliases(row: RowCells, errors: RowErrors): z.infer<typeof Written>[] {
  const bps = readBps(row, errors);
  const old = readVillageCode(row.text('oldCode'));
  const dotted = old.kind === 'code' ? old.code : null;
  const digits = old.kind === 'digits' ? old.digits : null;
  const code = dotted ?? (digits === null ? null : dotCode(digits));
  if (code === null && old.kind !== 'empty') errors.add('oldCode', 'wrong_format');
  const name = row.text('oldName').trim().replace(/\s+/g, ' ');
  const hasName = name !== '' && name !== '-' && villageKey(name) !== '';
  return [
    ...(bps === null ? [] : [{ kind: 'bps' as const, written: bps }]),
    ...(code === null ? [] : [{ kind: 'code' as const, written: code }]),
    ...(hasName ? [{ kind: 'name' as const, written: name.slice(0, 120) }] : []),
  ];
}

export const codes = defineKind({
  name: 'codes',
  rowLimit: 200_000,
  labels: [],
  columns: () => columns,
  needs: () => [
    ['code', 'village'],
    ['bps', 'oldCode', 'oldName'],
  ],
  settings: ['source', 'regency'],
  required: () => ['source'],
  draft: Draft,

  readRow(row, choices, context) {
    const errors = createRowErrors(row);
    const given = readAliases(row, errors);
    const village = readVillage(row, choices, context, null);
    if (village.kind === 'wrong') errors.list.push(village.error);
    const villageCode = village.kind === 'found' ? village.value : null;
    if (given.length === 0 && errors.list.length === 0) errors.add(null, 'nothing_to_bridge');
    if (errors.list.length > 0 || village.kind === 'wrong')
      return { kind: 'wrong', errors: errors.list, villageCode };
    if (village.kind === 'doubt') return village;
    // The village's own code and name are no other ones.
    const own = context.index.byCode.get(village.value);
    const aliases = given.filter(
      ({ kind, written }) =>
        !(kind === 'code' && written === village.value) &&
        !(kind === 'name' && villageKey(written) === own?.key),
    );
    return {
      kind: 'draft',
      draft: { villageCode: village.value, source: context.source, aliases },
      villageCode: village.value,
      slot: `${village.value}/${given.map(({ kind, written }) => `${kind}:${written}`).join('/')}`,
      isKnown: aliases.every((alias) =>
        context.known.alias({ ...alias, villageCode: village.value }),
      ),
      warnings: [],
    };
  },

  store(db, rows, { caller, at }) {
    let inserted = 0;
    for (const { draft } of rows) {
      const { villageCode, source, aliases } = draft;
      const isNew = aliases.map((alias) =>
        addAlias(db, { ...alias, villageCode, source, notedAt: at, notedBy: caller.id }),
      );
      if (isNew.includes(true)) inserted += 1;
    }
    const unchanged = rows.length - inserted;
    return { inserted, changed: 0, unchanged, reportIds: [], villages: [], hasNewPlaces: false };
  },
});
