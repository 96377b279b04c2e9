// Words of the field form that a plain report can do without, in English.
import type { fieldForm as source } from '../id/field-form.ts';

export const fieldForm: typeof source = {
  kind: 'Kind',
  kinds: {
    report: 'Report',
    measurement: 'Measurement',
    joint_measurement: 'Joint measurement',
  },
  kindHints: {
    report: 'What you saw yourself or heard from residents.',
    measurement: 'Measured on the spot with a phone. The point is at most 50 m off.',
    joint_measurement: 'Measured together with operators or other offices. The strongest evidence.',
  },
  guessed: 'A guess from what this device holds; checked again when it is sent.',
  locality: 'Locality',
  localityHint: 'Choose one, or write a new name',
  localityNew: 'A new name; it is matched when the report is verified.',
  facility: 'Facility',
  facilityNone: 'Not about a facility',
  facilityChosen: 'The chosen facility',
  connection: 'Its internet connection',
  connections: {
    none: 'None yet',
    fibre: 'Fibre',
    cellular: 'Cellular',
    satellite: 'Satellite',
    radio: 'Radio',
    other: 'Other',
  },
  unsaid: 'Not said',

  position: {
    use: 'My position',
    again: 'Take again',
    stop: 'Good enough',
    searching: 'Looking for satellites… hold the phone under open sky.',
    improving: (now: string) => `Accurate to ±${now}, still improving…`,
    tooPoor: (now: string) =>
      `Only ±${now} so far. A measurement needs 50 m or better; wait a bit.`,
    stillPoor: 'A measurement needs a point accurate to 50 m. Try again under open sky.',
  },

  ownSimOnly:
    'A phone proves “no signal” only for the SIM card inside it. Fill in the operators you measured.',
  details: 'Details',
  detailsOf: (operator: string) => `Details of ${operator}`,
  outage: 'Down right now (usually there)',
  rsrp: 'RSRP (dBm)',
  rsrpExample: '−98',
  rsrpAsNegative: (value: string) => `Do you mean ${value}?`,
  download: 'Download (Mbps)',
  upload: 'Upload (Mbps)',
  screenshot: 'Screenshot of a signal app',

  conditions: 'Conditions',
  environment: 'Seen',
  environments: { outdoor: 'Outdoors', indoor: 'Indoors', vehicle: 'In a vehicle' },
  availability: 'Signal is there',
  availabilities: {
    all_day: 'All day',
    day_only: 'By day only',
    night_only: 'By night only',
    unstable: 'Comes and goes',
  },

  participants: 'Offices that took part',
  participantsHint: 'Type a name, then Enter. At least two.',

  photos: {
    title: 'Photos',
    count: (count: number, of: number) => `${count} of ${of}`,
    take: 'Take a photo',
    choose: 'Choose photos',
    preparing: (count: number) => `Preparing ${count} ${count === 1 ? 'photo' : 'photos'}…`,
    photo: (number: number) => `Photo ${number}`,
    ofOperator: (operator: string) => `Screenshot of ${operator}`,
    remove: 'Remove',
    removeOf: (name: string) => `Remove ${name}`,
    removeSure: 'Remove from the report?',
    removeYes: 'Remove',
    onServer: 'received',
    far: (distance: string) => `This photo was taken ${distance} from the report’s point.`,
    rest: 'Location and camera data are taken out of photos before they are sent.',
    problems: {
      format: 'Not a JPEG, PNG, WebP or HEIC photo. Choose another file.',
      too_large: 'More than 15 MB. Choose a smaller photo.',
      empty: 'The file is empty. Choose another photo.',
      too_many_pixels: 'More than 50 megapixels. Choose a smaller photo.',
      heic_unsupported:
        'This browser cannot open HEIC. Take the photo from here, or save it as JPEG.',
      unreadable: 'The photo is broken or cut off. Choose another one.',
      too_many: 'A report holds 12 photos at most.',
    },
  },

  kept: 'Saved on this device · sent when there is a network',
  photosFollow: (count: number) => `${count} ${count === 1 ? 'photo' : 'photos'} still on the way.`,
  deviceFullTitle: 'Not saved on the device yet',
  deviceFull:
    'This browser’s storage is full or turned off. What you typed is still on the screen; make room, then save again.',
  refusedTitle: 'Refused by the server',

  compare: {
    kind: 'Kind',
    facility: 'Facility',
    connection: 'Connection',
    participants: 'Together with',
    photos: 'Photos',
    photosMine: (count: number) =>
      count === 0 ? '—' : `+${count} ${count === 1 ? 'photo' : 'photos'}`,
    photosStored: (count: number) =>
      count === 0 ? '—' : `${count} ${count === 1 ? 'photo' : 'photos'}`,
    photosKept: 'Photos of both sides are kept, whatever you choose.',
  },
  /** In a list: "−98 dBm", "12.5/3 Mbps". */
  dbm: (value: string) => `${value} dBm`,
  mbps: (down: string, up: string) => `${down}/${up} Mbps`,
  inOutage: 'down right now',
};
