// Texts of what waits for a liaison, of the workbook, and of what a successor finds.
export const work = {
  title: (operator: string) => `Yang menunggu ${operator}`,
  keys: 'j/k berpindah, Enter membuka',
  nothing: 'Tidak ada yang menunggu.',
  nothingHint: (operator: string) =>
    `Semua deklarasi terjawab, janji ${operator} terkabari, dan berkas rencananya masih baru.`,
  declarations: {
    title: 'Deklarasi',
    none: 'Semua deklarasi sudah terjawab.',
    closes: (days: number, date: string) =>
      days === 0
        ? `ditutup hari ini, ${date}`
        : days === 1
          ? `ditutup besok, ${date}`
          : `${days} hari lagi, ${date}`,
    unanswered: (left: string, all: string) => `${left} dari ${all} tempat belum dijawab`,
    answer: 'Jawab',
    answerOf: (title: string) => `Jawab ${title}`,
    close: 'Tutup',
  },
  updates: {
    title: 'Komitmen yang perlu kabar',
    none: 'Tidak ada janji yang perlu kabar.',
    late: (days: string) => `${days} hari terlambat`,
    dueIn: (days: number) =>
      days === 0 ? 'jatuh tempo hari ini' : days === 1 ? 'besok' : `${days} hari lagi`,
    quiet: (days: string) => `${days} hari tanpa kabar`,
    promised: (date: string) => `dijanjikan ${date}`,
    slips: (count: number) => `${count}× mundur`,
    morePlaces: (count: number) => ` +${count} tempat`,
    open: (title: string) => `Beri kabar tentang ${title}`,
    whole: 'Buka komitmen',
    choose: 'Apa kabarnya?',
    shown: (shown: string, total: string) =>
      `${shown} dari ${total}. Sisanya di papan komitmen dan di berkas XLSX.`,
  },
  filing: {
    title: 'Berkas rencana',
    never: 'Belum ada berkas rencana yang diterima.',
    accepted: (date: string, days: number) =>
      days === 0 ? `Diterima hari ini, ${date}.` : `Diterima ${date}, ${days} hari lalu.`,
    due: 'Sudah lebih dari sebulan: perbarui.',
    fresh: 'Masih baru.',
    upload: 'Unggah berkas baru',
    comparing: (name: string) => `${name} menunggu diterima`,
    compare: 'Lihat perbandingan',
  },
  unanswered: {
    title: 'Blankspot yang belum Anda jawab',
    none: 'Tidak ada blankspot yang belum dijawab.',
    hint: (operator: string) =>
      `Tempat tanpa sinyal yang belum dijanjikan dan belum dijawab ${operator} dalam setahun terakhir.`,
    people: (count: string) => `${count} jiwa`,
    unknownPeople: 'jiwa belum diketahui',
    promise: 'Janjikan',
    promiseOf: (place: string) => `Janjikan ${place}`,
    onMap: (place: string) => `Lihat ${place} di peta`,
    shown: (shown: string, total: string) =>
      `${shown} dengan penduduk terbanyak, dari ${total} tempat.`,
    more: (count: string) => `Tampilkan ${count} lainnya`,
  },
  table: {
    download: 'Unduh XLSX',
    upload: 'Unggah XLSX',
    hint: 'Berkasnya sudah berisi baris-baris di bawah. Isi di Excel atau LibreOffice, lalu unggah lagi.',
    reading: 'Membaca berkas…',
    title: 'Isi berkas',
    changes: (count: string) => `${count} perubahan`,
    unchanged: (count: string) => `${count} baris tidak berubah`,
    nothing: 'Berkas ini tidak mengubah apa pun.',
    nothingHint: 'Isi kolom Jawaban, Keadaan baru, atau Tanggal janji baru, lalu unggah lagi.',
    errors: (count: string) => `${count} isian perlu dibetulkan`,
    errorsHint: 'Belum ada yang disimpan. Betulkan di berkas, lalu unggah lagi.',
    where: (sheet: string, row: number) => `${sheet} baris ${row}`,
    changed: 'Perubahan',
    before: 'Sebelumnya',
    after: 'Menjadi',
    cell: 'Isian',
    wrong: 'Yang perlu dibetulkan',
    save: (count: string) => `Simpan ${count} perubahan`,
    saved: (count: string) => `${count} perubahan tersimpan`,
    another: 'Pilih berkas lain',
    failed: 'Berkas ini belum dapat dibaca',
    rest: (count: string) => `dan ${count} lainnya`,
  },
  handOver: {
    title: (name: string, date: string) => `Anda menggantikan ${name} sejak ${date}`,
    open: (parts: string) => `Yang masih terbuka: ${parts}.`,
    nothing: 'Tidak ada yang masih terbuka.',
    /** What the successor will find, before the admin confirms. */
    before: (office: string, parts: string) => `Masih terbuka di ${office}: ${parts}.`,
    beforeNothing: (office: string) => `Tidak ada yang masih terbuka di ${office}.`,
    counting: 'Menghitung yang masih terbuka…',
    and: ' dan ',
    commitments: (count: number, late: number) =>
      late === 0 ? `${count} komitmen` : `${count} komitmen (${late} terlambat)`,
    declarations: (count: number) => `${count} jawaban deklarasi`,
    filings: (count: number) => `${count} berkas rencana`,
    obstacles: (count: number) => `${count} kendala untuk ditengok`,
    reports: (count: number) => `${count} laporan`,
  },
};
