// Words of the field form that a plain report can do without: kinds, localities, details, photos, saving.

export const fieldForm = {
  kind: 'Jenis',
  kinds: {
    report: 'Laporan',
    measurement: 'Pengukuran',
    joint_measurement: 'Pengukuran bersama',
  },
  kindHints: {
    report: 'Yang Anda lihat sendiri atau dengar dari warga.',
    measurement: 'Diukur dengan ponsel di tempat. Titiknya paling meleset 50 m.',
    joint_measurement: 'Diukur bersama operator atau instansi lain. Bukti yang paling kuat.',
  },
  guessed: 'Perkiraan dari data di perangkat ini; diperiksa lagi saat terkirim.',
  locality: 'Jorong/dusun',
  localityHint: 'Pilih, atau tulis nama baru',
  localityNew: 'Nama baru; akan dicocokkan saat verifikasi.',
  facility: 'Fasilitas',
  facilityNone: 'Bukan tentang fasilitas',
  facilityChosen: 'Fasilitas yang dipilih',
  connection: 'Sambungan internetnya',
  connections: {
    none: 'Belum ada',
    fibre: 'Serat optik',
    cellular: 'Seluler',
    satellite: 'Satelit',
    radio: 'Radio',
    other: 'Lainnya',
  },
  unsaid: 'Tidak disebut',

  position: {
    use: 'Posisi saya',
    again: 'Ambil lagi',
    stop: 'Cukup',
    searching: 'Mencari satelit… tahan ponsel di tempat terbuka.',
    improving: (now: string) => `Ketelitian ±${now}, masih membaik…`,
    tooPoor: (now: string) => `Baru ±${now}. Pengukuran perlu 50 m atau kurang; tunggu sebentar.`,
    stillPoor: 'Pengukuran perlu ketelitian 50 m atau kurang. Coba lagi di tempat terbuka.',
  },

  ownSimOnly:
    'Ponsel hanya bisa memastikan “tidak ada” untuk kartu SIM di dalamnya. Isi operator yang Anda ukur saja.',
  details: 'Rincian',
  detailsOf: (operator: string) => `Rincian ${operator}`,
  outage: 'Sedang gangguan (biasanya ada)',
  rsrp: 'RSRP (dBm)',
  rsrpExample: '−98',
  rsrpAsNegative: (value: string) => `Maksudnya ${value}?`,
  download: 'Unduh (Mbps)',
  upload: 'Unggah (Mbps)',
  screenshot: 'Tangkapan layar aplikasi sinyal',

  conditions: 'Keadaan',
  environment: 'Dilihat di',
  environments: { outdoor: 'Luar', indoor: 'Dalam', vehicle: 'Kendaraan' },
  availability: 'Sinyalnya ada',
  availabilities: {
    all_day: 'Sepanjang hari',
    day_only: 'Hanya siang',
    night_only: 'Hanya malam',
    unstable: 'Hilang-timbul',
  },

  participants: 'Instansi yang ikut mengukur',
  participantsHint: 'Ketik nama, lalu Enter. Sedikitnya dua.',

  photos: {
    title: 'Foto',
    count: (count: number, of: number) => `${count} dari ${of}`,
    take: 'Ambil foto',
    choose: 'Pilih foto',
    preparing: (count: number) => `Menyiapkan ${count} foto…`,
    photo: (number: number) => `Foto ${number}`,
    ofOperator: (operator: string) => `Tangkapan layar ${operator}`,
    remove: 'Hapus',
    removeOf: (name: string) => `Hapus ${name}`,
    removeSure: 'Hapus dari laporan?',
    removeYes: 'Hapus',
    onServer: 'sudah diterima',
    far: (distance: string) => `Foto ini diambil ${distance} dari titik laporan.`,
    rest: 'Lokasi dan data kamera dihapus dari foto sebelum dikirim.',
    problems: {
      format: 'Bukan foto JPEG, PNG, WebP, atau HEIC. Pilih berkas lain.',
      too_large: 'Lebih dari 15 MB. Pilih foto yang lebih kecil.',
      empty: 'Berkasnya kosong. Pilih foto lain.',
      too_many_pixels: 'Lebih dari 50 megapiksel. Pilih foto yang lebih kecil.',
      heic_unsupported:
        'Peramban ini tidak bisa membuka HEIC. Ambil foto dari sini, atau simpan sebagai JPEG.',
      unreadable: 'Fotonya rusak atau terpotong. Pilih foto lain.',
      too_many: 'Satu laporan memuat paling banyak 12 foto.',
    },
  },

  kept: 'Tersimpan di perangkat · dikirim saat ada jaringan',
  photosFollow: (count: number) => `${count} foto menyusul di belakang.`,
  deviceFullTitle: 'Belum tersimpan di perangkat',
  deviceFull:
    'Penyimpanan peramban ini penuh atau dimatikan. Isian masih ada di layar; kosongkan ruang, lalu simpan lagi.',
  refusedTitle: 'Ditolak server',

  compare: {
    kind: 'Jenis',
    facility: 'Fasilitas',
    connection: 'Sambungan',
    participants: 'Bersama',
    photos: 'Foto',
    photosMine: (count: number) => (count === 0 ? '—' : `+${count} foto`),
    photosStored: (count: number) => (count === 0 ? '—' : `${count} foto`),
    photosKept: 'Foto dari kedua pihak tetap disimpan, apa pun pilihan Anda.',
  },
  /** In a list: "−98 dBm", "12,5/3 Mbps". */
  dbm: (value: string) => `${value} dBm`,
  mbps: (down: string, up: string) => `${down}/${up} Mbps`,
  inOutage: 'sedang gangguan',
};
