// All visible text in Indonesian; en.ts holds the same keys. Texts with values are functions.
import { admin } from './id/admin.ts';
import { auth } from './id/auth.ts';
import { batch } from './id/batch.ts';
import { coverage } from './id/coverage.ts';
import { coverageTables } from './id/coverage-tables.ts';
import { device } from './id/device.ts';
import { evidence } from './id/evidence.ts';
import { fieldForm } from './id/field-form.ts';
import { imports } from './id/imports.ts';
import { places } from './id/places.ts';
import { planning } from './id/planning.ts';
import { problem } from './id/problem.ts';
import { status } from './id/status.ts';
import { commitments } from './id/commitments.ts';
import { commitmentBoard } from './id/commitment-board.ts';
import { commitmentPanel } from './id/commitment-panel.ts';
import { declarations } from './id/declarations.ts';
import { filings } from './id/filings.ts';
import { work } from './id/work.ts';
import { outlook } from './id/outlook.ts';
import { operators } from './id/operators.ts';
import { verification } from './id/verification.ts';

export const id = {
  auth,
  admin,
  batch,
  coverage,
  coverageTables,
  device,
  evidence,
  fieldForm,
  imports,
  places,
  planning,
  problem,
  status,
  commitments,
  commitmentBoard,
  commitmentPanel,
  declarations,
  filings,
  work,
  outlook,
  operators,
  verification,
  common: {
    appName: 'Jangkau',
    save: 'Simpan',
    cancel: 'Batal',
    close: 'Tutup',
    tryAgain: 'Coba lagi',
    loading: 'Memuat…',
    cannotLoad: 'Tidak dapat dimuat',
    notFoundTitle: 'Halaman ini tidak ada',
    notFoundBody: 'Alamatnya mungkin salah ketik atau sudah berubah.',
    toMap: 'Ke peta',
  },
  shell: {
    navigation: 'Menu utama',
    map: 'Peta',
    list: 'Daftar',
    legend: 'Legenda',
    admin: 'Admin',
    more: 'Lainnya',
    language: 'Bahasa',
    indonesian: 'Bahasa Indonesia',
    english: 'English',
    theme: 'Tema',
    light: 'Terang',
    dark: 'Gelap',
    auto: 'Ikut perangkat',
    live: 'Data langsung',
    liveHint: 'Perubahan dari pengguna lain tampil sendiri.',
    cutOff: 'Luring',
    cutOffHint:
      'Server tidak terjangkau. Yang tampil adalah data terakhir yang diterima; aplikasi menyambung lagi sendiri.',
    statusAsOf: (time: string) => `status per ${time}`,
    adminAccounts: 'Akun',
    adminRules: 'Aturan status',
    adminBasemap: 'Peta dasar',
  },
  map: {
    label: 'Peta status sinyal per desa. Panah menggeser, + dan − memperbesar dan memperkecil.',
    loading: 'Memuat peta…',
    zoomIn: 'Perbesar',
    zoomOut: 'Perkecil',
    wholeArea: 'Tampilkan seluruh wilayah',
    scale: 'Skala',
    sources: 'Sumber',
    approximateNote: 'Batas putus-putus: perkiraan',
    noWebglTitle: 'Peramban ini tidak dapat menggambar peta',
    noWebglBody:
      'WebGL 2 mati atau tidak ada. Nyalakan akselerasi perangkat keras di setelan peramban. Daftar dan pencarian tetap dapat dipakai.',
    openList: 'Buka daftar',
    infoFailedTitle: 'Peta belum dapat dimuat',
    tilesFailed:
      'Server tidak terjangkau; sebagian peta belum tampil. Yang sudah tampil tetap dapat dipakai.',
    basemapFailed: 'Peta dasar tidak terjangkau; data desa tetap tampil.',
    markHint: 'Ketuk peta untuk menaruh titik',
    markHintKeys: 'Enter menaruhnya di tengah peta, Esc batal',
    pinMoved: 'Geser titik ini bila kurang tepat',
  },
  search: {
    label: 'Cari tempat',
    placeholder: 'Cari desa, kecamatan, kode…',
    clear: 'Hapus pencarian',
    none: (query: string) => `Tidak ada tempat bernama “${query}”.`,
    noneHint: 'Coba sebagian nama saja, atau kode seperti 13.01.01.2001.',
    hits: (count: number) => (count === 1 ? '1 hasil' : `${count} hasil`),
    failed: 'Pencarian belum berhasil.',
  },
  place: {
    panel: 'Tempat terpilih',
    mark: 'Tandai',
    markHere: 'Tandai keadaan sinyal di sini',
    code: 'Kode',
    elevation: 'Ketinggian',
    elevationValue: (metres: string) => `${metres} mdpl`,
    postalCode: 'Kode pos',
    boundary: 'Batas',
    boundaryNone: 'Belum ada batas untuk tempat ini',
    boundaryApproximate: 'Batas perkiraan (sel Thiessen), bukan batas resmi',
    boundaryOfficial: (source: string, date: string | null) =>
      date === null ? source : `${source}, per ${date}`,
    ownPointMissing:
      'Titik desa ini belum diketahui; yang dipakai titik kecamatannya, jadi letaknya di peta hanya perkiraan.',
    villages: (count: string) => `${count} desa`,
    inside: {
      ID: 'Provinsi',
      province: 'Kabupaten dan kota',
      regency: 'Kecamatan',
      district: 'Desa',
    },
    reports: 'Laporan',
    unknownPlace: 'Tempat ini tidak ada di data. Tautannya mungkin lama.',
    showOnMap: 'Tampilkan di peta',
    openList: 'Lihat di daftar',
    sheet: 'Tinggi panel',
    sheetPeek: 'Rendah',
    sheetHalf: 'Setengah',
    sheetFull: 'Penuh',
    sheetHint: 'Panah atas dan bawah mengubah tinggi panel',
  },
  list: {
    title: 'Daftar desa',
    filter: 'Saring nama, kecamatan, kode…',
    name: 'Nama',
    district: 'Kecamatan',
    regency: 'Kab./Kota',
    status: 'Status',
    shown: (shown: string, total: string) => `${shown} dari ${total} desa`,
    empty: 'Tidak ada desa yang cocok.',
    emptyHidden: 'Ada status yang disembunyikan di legenda.',
    clearFilter: 'Hapus saringan',
    chooseArea: 'Pilih provinsi dulu: lewat pencarian, peta, atau di sini.',
    keys: 'j/k atau panah berpindah, Enter membuka',
    wholeArea: 'Seluruh wilayah',
  },
};

export type Messages = typeof id;
