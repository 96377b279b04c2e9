// Tables of facilities: schools, health posts, offices, with their points and what connects them.
import {
  FacilityInput,
  type FacilityConnection,
  type FacilityKind,
} from '../../facilities/contract.ts';
import { facilityKey } from '../../facilities/facility-key.ts';
import { saveFacilities } from '../../facilities/store.ts';
import { foldName } from '../../regions/names.ts';
import { readDay } from '../day-cell.ts';
import { defineKind, type ImportColumn, type RowCells } from '../import-kind.ts';
import { readLocality, readPoint, readVillage, settlePoint } from '../place-columns.ts';
import { createRowErrors, type RowErrors } from '../row-errors.ts';
import { examples } from './examples.ts';
import { localityColumn, pointColumns, villageColumns, withExamples } from './shared-columns.ts';

/** The word that is written first; the others also stand at the beginning of names. */
const kindWords: Record<FacilityKind, readonly string[]> = {
  school: [
    ...['sekolah', 'sd', 'sdn', 'sds', 'smp', 'smpn', 'sma', 'sman', 'smk', 'smkn', 'slb', 'mi'],
    ...['min', 'mis', 'mts', 'mtsn', 'ma', 'man', 'paud', 'tk', 'pesantren', 'school'],
  ],
  health: [
    ...['kesehatan', 'puskesmas', 'pustu', 'puskesmas pembantu', 'poskesdes', 'polindes'],
    ...['posyandu', 'klinik', 'rumah sakit', 'rsud', 'rs', 'health'],
  ],
  village_office: [
    ...['kantor desa', 'kantor nagari', 'kantor wali nagari', 'kantor kelurahan', 'kantor lurah'],
    ...['balai desa', 'village office'],
  ],
  district_office: ['kantor camat', 'kantor kecamatan', 'district office'],
  worship: ['tempat ibadah', 'masjid', 'mushala', 'musala', 'surau', 'gereja', 'pura', 'vihara'],
  market: ['pasar', 'market'],
  other: ['lainnya', 'lain', 'lain-lain', 'other'],
};

const connectionWords: Record<FacilityConnection, readonly string[]> = {
  unknown: ['belum diketahui', 'tidak tahu', 'tidak diketahui', '?', 'unknown'],
  none: ['tidak ada', 'tidak', 'belum', 'belum ada', 'tdk ada', 'none', 'x', '0'],
  fibre: ['serat optik', 'fiber', 'fibre', 'fiber optik', 'fo', 'kabel', 'indihome'],
  cellular: ['seluler', '4g', 'lte', 'modem', '3g', '5g', 'cellular'],
  satellite: ['satelit', 'vsat', 'starlink', 'satria', 'satellite'],
  radio: ['radio', 'wireless', 'nirkabel', 'fwa'],
  other: ['lainnya', 'ada', 'ya', 'other'],
};

const columns: ImportColumn[] = withExamples(
  [
    ...villageColumns,
    localityColumn,
    {
      key: 'name',
      header: 'Nama fasilitas',
      names: ['fasilitas', 'nama sekolah', 'nama lokasi', 'nama', 'name'],
    },
    {
      key: 'kind',
      header: 'Jenis',
      names: ['jenis fasilitas', 'kategori', 'kind'],
      words: Object.values(kindWords).map(([word = '']) => word),
    },
    ...pointColumns,
    {
      key: 'connection',
      header: 'Sambungan',
      names: ['internet', 'sambungan internet', 'akses internet', 'koneksi', 'connection'],
      words: Object.values(connectionWords).map(([word = '']) => word),
    },
    {
      key: 'connectionOn',
      header: 'Tanggal sambungan',
      names: ['per tanggal', 'tanggal', 'tgl', 'date'],
    },
  ],
  examples.facilities,
);

/** Its own column, else the words with which the name begins: "SDN 05 Muaro" is a school. */
function readKind(row: RowCells, errors: RowErrors): FacilityKind | null {
  if (row.text('kind').trim() !== '') return errors.takeWord('kind', kindWords);
  const name = `${foldName(row.text('name'))} `;
  const kinds = Object.keys(kindWords) as FacilityKind[];
  const found = kinds.find((kind) => kindWords[kind].some((word) => name.startsWith(`${word} `)));
  if (found === undefined) errors.add('kind', 'required');
  return found ?? null;
}

export const facilities = defineKind({
  name: 'facilities',
  rowLimit: 200_000,
  labels: ['name'],
  columns: () => columns,
  needs: () => [['code', 'village'], ['name']],
  settings: ['source', 'datedOn', 'regency'],
  required: ({ connection, connectionOn }) =>
    connection !== undefined && connectionOn === undefined ? ['source', 'datedOn'] : ['source'],
  draft: FacilityInput,

  readRow(row, choices, context) {
    const errors = createRowErrors(row);
    const name = row.text('name').trim().replace(/\s+/g, ' ');
    if (name === '' || name === '-') errors.add('name', 'required');
    else if (facilityKey(name) === '') errors.add('name', 'wrong_value');
    const kind = readKind(row, errors);
    const connection = errors.takeWord('connection', connectionWords) ?? 'unknown';
    const typedDay = errors.take('connectionOn', readDay);
    const day = typedDay ?? context.datedOn;
    if (connection !== 'unknown' && day !== null && day > context.today)
      errors.add('connectionOn', 'date_in_future', day);
    const point = readPoint(row);
    if (point.kind === 'wrong') errors.list.push(point.error);
    const said = point.kind === 'found' ? point.value : { said: null, fixed: null };
    const village = readVillage(row, choices, context, said.said);
    if (village.kind === 'wrong') errors.list.push(village.error);
    const villageCode = village.kind === 'found' ? village.value : null;
    if (errors.list.length > 0 || kind === null || village.kind === 'wrong')
      return { kind: 'wrong', errors: errors.list, villageCode };
    if (village.kind === 'doubt') return village;
    const locality = readLocality(row, village.value, choices, context, true);
    const settled = settlePoint(row, said, village.value, choices, context);
    const input = errors.judge(
      FacilityInput,
      {
        villageCode: village.value,
        localityId: locality.kind === 'found' ? (locality.value?.id ?? null) : null,
        kind,
        name,
        position: settled.kind === 'found' ? settled.value.position : null,
        connection,
        connectionOn: connection === 'unknown' ? null : day,
        source: context.source,
      },
      (field) => ({ position: 'lat', localityId: 'locality', source: null })[field] ?? field,
    );
    if (input === null) return { kind: 'wrong', errors: errors.list, villageCode };
    if (locality.kind === 'doubt') return locality;
    if (settled.kind === 'doubt') return settled;
    const isUnknownLocality = locality.kind === 'found' && locality.value?.id === null;
    return {
      kind: 'draft',
      draft: input,
      villageCode: village.value,
      slot: `${village.value}/${kind}/${facilityKey(name)}`,
      isKnown: context.known.facility(input),
      warnings: [
        ...(settled.kind === 'found' ? settled.value.warnings : []),
        ...(isUnknownLocality ? ['locality_left_out'] : []),
      ],
    };
  },

  store(db, rows, { caller, at }) {
    const by = { accountId: caller.id, at };
    const drafts = rows.map(({ draft }) => draft);
    const { ids: _, ...tally } = saveFacilities(db, drafts, by);
    return { ...tally, reportIds: [], villages: [], hasNewPlaces: true };
  },
});
