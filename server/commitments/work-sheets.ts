// The workbook in which a liaison answers and reports away from the app: its sheets, their headers, the
// words that may stand in them, and how it is filled. Reading it again is work-sheet-read.ts's part.
import { createHash } from 'node:crypto';
import type { OutCell, OutNote, OutSheet } from '../interchange/write-table.ts';
import type { AnswerFields } from './answer-rules.ts';
import { kindWords, reasonWords, stateWords } from './words.ts';
import type { NamedPlace } from './contract.ts';
import type { FoundPlace } from './declaration-contract.ts';
import type { AskedWindow, SheetCommitment } from './work-table-store.ts';

export const answerWords = {
  build: 'Bangun',
  no_plan: 'Tidak ada rencana',
  served: 'Sudah melayani',
} as const;

/** States that a liaison may report; which of them from where is decided when it is read. */
export const newStateWords = {
  in_progress: stateWords.in_progress,
  built: stateWords.built,
  on_air: stateWords.on_air,
  declined: stateWords.declined,
} as const;

const statusWords: Record<FoundPlace['status'], string> = {
  served: 'Terlayani 4G',
  partial: 'Sebagian terlayani',
  weak: 'Sinyal lemah',
  '2g_only': 'Hanya 2G/3G',
  blankspot: 'Blankspot',
  incomplete: 'Belum lengkap',
  outage: 'Gangguan',
  unknown: 'Belum diketahui',
};

/** By what the app reads a column; the text is its header. */
export const answerHeaders = {
  window: 'Deklarasi',
  number: 'No. tempat',
  operator: 'Operator',
  code: 'Kode desa',
  name: 'Nama',
  district: 'Kecamatan',
  regency: 'Kabupaten/kota',
  status: 'Status sekarang',
  population: 'Penduduk',
  closesOn: 'Ditutup',
  answer: 'Jawaban',
  on: 'Tanggal',
  kind: 'Jenis',
  siteRef: 'ID site',
  reason: 'Alasan',
  note: 'Catatan',
  version: 'Versi',
} as const;
export type AnswerColumn = keyof typeof answerHeaders;

export const stepHeaders = {
  number: 'No.',
  operator: 'Operator',
  places: 'Tempat',
  site: 'Site',
  kind: 'Jenis',
  state: 'Keadaan',
  promisedOn: 'Dijanjikan',
  to: 'Keadaan baru',
  on: 'Sejak tanggal',
  newDate: 'Tanggal janji baru',
  reason: 'Alasan',
  note: 'Catatan',
  version: 'Versi',
} as const;
export type StepColumn = keyof typeof stepHeaders;

const choicesOf: Partial<Record<AnswerColumn | StepColumn, readonly string[]>> = {
  answer: Object.values(answerWords),
  reason: Object.values(reasonWords),
  to: Object.values(newStateWords),
};

const widthOf: Partial<Record<AnswerColumn | StepColumn, number>> = {
  ...{ answer: 18, on: 16, newDate: 20, to: 16, siteRef: 16, reason: 16, note: 32 },
};

function toColumns(headers: Readonly<Record<string, string>>, answersKind: boolean) {
  return Object.entries(headers).map(([key, header]) => {
    const choices =
      key === 'kind' && answersKind ? Object.values(kindWords) : Reflect.get(choicesOf, key);
    const width: number | undefined = Reflect.get(widthOf, key);
    return {
      ...{ header, isCode: key === 'code' || key === 'siteRef', isHidden: key === 'version' },
      ...(choices && { choices }),
      ...(width && { width }),
    };
  });
}

/**
 * What an answer looked like when the workbook was made: what does not fit what is stored any more was
 * changed in the meantime. Begins with a letter, so that Excel leaves it alone.
 */
export function fingerprint(fields: AnswerFields | null): string {
  if (fields === null) return 'v0';
  const { answer, on, kind, siteRef, reason, note } = fields;
  const text = JSON.stringify([answer, on, kind, siteRef, reason, note]);
  return `v${createHash('sha256').update(text).digest('hex').slice(0, 10)}`;
}

/** "Nagari Inderapura", "Jorong Koto (Nagari Inderapura)". */
export function placeText(place: NamedPlace): string {
  const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
  const { kind, name, villageKind, villageName, localityId } = place;
  const own = `${capital(kind)} ${name}`;
  return localityId === null ? own : `${own} (${capital(villageKind)} ${villageName})`;
}

export type AnswerLine = {
  window: AskedWindow;
  place: FoundPlace & { number: number };
  answer: AnswerFields | null;
};

function answerCells({ window, place, answer }: AnswerLine): OutCell[] {
  const cells: Record<AnswerColumn, OutCell> = {
    window: window.number,
    number: place.number,
    operator: window.operatorName,
    code: place.villageCode,
    name: placeText(place),
    district: place.districtName,
    regency: place.regencyName,
    status: statusWords[place.status],
    population: place.population,
    closesOn: window.closesOn,
    answer: answer && answerWords[answer.answer],
    on: answer?.on ?? null,
    kind: answer?.kind ? kindWords[answer.kind] : null,
    siteRef: answer?.siteRef || null,
    reason: answer?.reason ? reasonWords[answer.reason] : null,
    note: answer?.note || null,
    version: fingerprint(answer),
  };
  return Object.keys(answerHeaders).map((key) => cells[key as AnswerColumn]);
}

function stepCells(commitment: SheetCommitment): OutCell[] {
  const cells: Record<StepColumn, OutCell> = {
    number: commitment.number,
    operator: commitment.ownerName,
    places: commitment.placeText,
    site: commitment.site,
    kind: kindWords[commitment.kind],
    state: stateWords[commitment.state],
    promisedOn: commitment.promisedOn,
    ...{ to: null, on: null, newDate: null, reason: null, note: null },
    version: commitment.version,
  };
  return Object.keys(stepHeaders).map((key) => cells[key as StepColumn]);
}

/** The two sheets to be filled. */
export function workSheets(
  answers: readonly AnswerLine[],
  commitments: readonly SheetCommitment[],
): OutSheet[] {
  return [
    {
      name: 'Deklarasi',
      columns: toColumns(answerHeaders, true),
      rows: answers.map(answerCells),
    },
    { name: 'Komitmen', columns: toColumns(stepHeaders, false), rows: commitments.map(stepCells) },
  ];
}

const listWords = (words: Readonly<Record<string, string>>) => Object.values(words).join(' · ');

/** How the sheets are filled, and the words that may stand in them. */
export function workNotes(operatorName: string, madeOn: string): OutNote[] {
  return [
    ['Berkas', `Pekerjaan ${operatorName}, dibuat ${madeOn}. Isi, simpan, lalu unggah lagi.`],
    ['Deklarasi', 'Isi Jawaban; kosongkan semua kolom isian untuk menarik jawaban kembali.'],
    ['Jawaban', listWords(answerWords)],
    ['Tanggal', 'Bangun: selesai paling lambat. Sudah melayani: sejak kapan.'],
    ['Jenis', `Untuk Bangun: ${listWords(kindWords)}`],
    ['ID site', 'Boleh kosong. Tempat dengan site dan tanggal yang sama menjadi satu komitmen.'],
    ['Komitmen', 'Isi Keadaan baru, Tanggal janji baru, atau keduanya. Yang kosong tidak berubah.'],
    ['Keadaan baru', `${listWords(newStateWords)}. Melayani ditetapkan oleh pengukuran.`],
    ['Sejak tanggal', 'Hari terjadinya di lapangan; tidak boleh hari yang akan datang.'],
    ['Tanggal janji baru', 'Bila mundur, Alasan wajib diisi. Tanggal lama tetap tersimpan.'],
    ['Alasan', listWords(reasonWords)],
    ['Cara menulis tanggal', '31/12/2026 · 31 Des 2026 · Des 2026 · TW IV 2026 · semester II 2026'],
    ['Versi', 'Kolom tersembunyi. Jangan diubah: menjaga agar isian orang lain tidak tertimpa.'],
  ];
}
