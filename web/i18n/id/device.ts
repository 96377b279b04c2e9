// Words of this device: what waits to be sent, regencies kept for use offline, installing.

export const device = {
  rail: 'Perangkat',
  railUnsent: (count: number) => `Perangkat ini: ${count} laporan belum terkirim`,
  title: 'Perangkat ini',
  intro: 'Laporan yang belum terkirim dan wilayah yang bisa dibuka tanpa sinyal.',
  offline: 'Luring: server tidak terjangkau. Semua di halaman ini tetap bisa dipakai.',

  newVersion: 'Versi baru siap',
  reload: 'Muat ulang',

  queue: {
    title: 'Laporan',
    empty: 'Semua laporan Anda sudah diterima server.',
    emptyHint:
      'Laporan yang ditulis tanpa sinyal tersimpan di sini, lalu terkirim sendiri begitu tersambung.',
    waitingHint: 'Terkirim sendiri begitu tersambung. Tidak perlu menunggu di halaman ini.',
    signedOutHint: 'Sesi Anda sudah berakhir. Laporan aman di sini; masuk lagi untuk mengirimnya.',
    otherAccountHint:
      'Perangkat ini sedang dipakai akun lain. Laporan aman di sini sampai Anda masuk lagi.',
    sendNow: 'Kirim sekarang',
    create: 'Laporan baru',
    change: 'Perubahan laporan',
    writtenAt: (time: string) => `ditulis ${time}`,
    photos: (count: number) => `${count} foto`,
    states: {
      waiting: 'Menunggu',
      sending: 'Mengirim',
      received: 'Diterima',
      refused: 'Ditolak',
      conflict: 'Perlu dipilih',
    },
    sendingAt: (percent: number) => `Mengirim ${percent} %`,
    reportArrived: 'laporan sudah diterima, fotonya menyusul',
    photosRefused: (count: number) => `Laporan diterima, ${count} foto ditolak:`,
    conflict: (name: string, time: string) =>
      `${name} mengubah laporan ini pada ${time}, setelah Anda membukanya. Pilih isi yang dipakai.`,
    conflictUnknown: 'Laporan ini berubah setelah Anda membukanya. Pilih isi yang dipakai.',
    mend: 'Perbaiki',
    compare: 'Bandingkan dan pilih',
    edit: 'Buka di peta dan ubah',
    retry: 'Coba lagi',
    open: 'Buka di peta',
    discard: 'Buang',
    dismiss: 'Hapus dari daftar',
    discardTitle: 'Buang laporan ini?',
    discardBody: (label: string) =>
      `Laporan ${label} belum ada di server. Setelah dibuang, isi dan fotonya hilang dari perangkat ini.`,
    discardChangeBody: (label: string) =>
      `Perubahan laporan ${label} belum ada di server. Setelah dibuang, perubahan ini hilang; laporan di server tetap seperti adanya.`,
    failed: 'Penyimpanan perangkat ini tidak dapat dibuka.',
  },

  packs: {
    title: 'Peta untuk luring',
    intro:
      'Kabupaten dan kota yang disimpan tetap terbuka tanpa sinyal: peta, nama desa, dan status terakhir.',
    empty: 'Belum ada kabupaten atau kota di perangkat ini.',
    add: 'Simpan kabupaten…',
    province: 'Provinsi',
    choose: 'Kabupaten atau kota',
    chooseHint: 'Ketik namanya',
    nothingFound: 'Tidak ada yang bernama begitu',
    measuring: 'Menghitung ukuran…',
    size: (size: string, files: string) => `${size} unduhan, ${files} berkas`,
    room: (size: string) => `Ruang tersisa di perangkat: ${size}`,
    roomTooSmall: 'Ruang di perangkat ini tidak cukup.',
    keep: (size: string) => `Simpan (${size})`,
    keeping: (done: string, total: string) => `Menyimpan ${done} dari ${total} berkas`,
    preparing: 'Menyiapkan…',
    keptAt: (time: string) => `disimpan ${time}`,
    isComplete: 'Lengkap',
    isPartial: 'Belum lengkap',
    isOutdated: 'Batas wilayah berubah',
    resume: 'Lanjutkan',
    update: 'Perbarui',
    remove: 'Hapus',
    removeTitle: (name: string) => `Hapus ${name}?`,
    removeBody:
      'Tanpa sinyal, peta dan nama desanya tidak terbuka lagi. Laporan Anda tidak tersentuh.',
    kept: (name: string) => `${name} siap dipakai tanpa sinyal`,
    notKept: 'Belum tersimpan',
    needsConnection: 'Sambungkan dulu untuk menyimpan kabupaten.',
    unsupported:
      'Peramban ini tidak menyimpan peta. Buka aplikasi lewat alamat https:// dengan Chrome, Edge, Firefox, atau Safari terbaru.',
  },

  install: {
    title: 'Pasang di perangkat ini',
    body: 'Jangkau terbuka dari layar utama seperti aplikasi lain, juga tanpa sinyal.',
    install: 'Pasang',
    byHand:
      'Di menu peramban, pilih “Pasang aplikasi” atau “Tambahkan ke layar utama”. Di iPhone: Bagikan, lalu Tambah ke Layar Utama.',
  },

  lastStatusOnly: 'Luring: hanya status terakhir yang tersimpan di perangkat ini.',

  signOut: {
    title: 'Masih ada laporan yang belum terkirim',
    body: (count: number) =>
      `${count} laporan tetap tersimpan di perangkat ini dan hanya bisa dibuka dan dikirim oleh akun Anda. Masuk lagi di sini untuk mengirimnya.`,
    stay: 'Tetap masuk',
    leave: 'Keluar',
  },
};
