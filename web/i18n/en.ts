// All visible text in English.
import type { Messages } from './id.ts';
import { admin } from './en/admin.ts';
import { auth } from './en/auth.ts';
import { batch } from './en/batch.ts';
import { coverage } from './en/coverage.ts';
import { coverageTables } from './en/coverage-tables.ts';
import { device } from './en/device.ts';
import { evidence } from './en/evidence.ts';
import { fieldForm } from './en/field-form.ts';
import { imports } from './en/imports.ts';
import { places } from './en/places.ts';
import { planning } from './en/planning.ts';
import { problem } from './en/problem.ts';
import { status } from './en/status.ts';
import { commitments } from './en/commitments.ts';
import { commitmentBoard } from './en/commitment-board.ts';
import { commitmentPanel } from './en/commitment-panel.ts';
import { declarations } from './en/declarations.ts';
import { filings } from './en/filings.ts';
import { work } from './en/work.ts';
import { outlook } from './en/outlook.ts';
import { operators } from './en/operators.ts';
import { verification } from './en/verification.ts';

export const en: Messages = {
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
    save: 'Save',
    cancel: 'Cancel',
    close: 'Close',
    tryAgain: 'Try again',
    loading: 'Loading…',
    cannotLoad: 'Could not be loaded',
    notFoundTitle: 'This page does not exist',
    notFoundBody: 'Its address may be mistyped or may have changed.',
    toMap: 'To the map',
  },
  shell: {
    navigation: 'Main menu',
    map: 'Map',
    list: 'List',
    legend: 'Legend',
    admin: 'Admin',
    more: 'More',
    language: 'Language',
    indonesian: 'Bahasa Indonesia',
    english: 'English',
    theme: 'Theme',
    light: 'Light',
    dark: 'Dark',
    auto: 'As the device',
    live: 'Live data',
    liveHint: 'Changes by others appear on their own.',
    cutOff: 'Offline',
    cutOffHint:
      'The server cannot be reached. You see the last data received; the app reconnects on its own.',
    statusAsOf: (time) => `status as of ${time}`,
    adminAccounts: 'Accounts',
    adminRules: 'Status rules',
    adminBasemap: 'Basemap',
  },
  map: {
    label: 'Map of signal status per village. Arrows pan, + and − zoom.',
    loading: 'Loading the map…',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    wholeArea: 'Show the whole area',
    scale: 'Scale',
    sources: 'Sources',
    approximateNote: 'Dashed boundary: approximate',
    noWebglTitle: 'This browser cannot draw the map',
    noWebglBody:
      'WebGL 2 is off or missing. Turn on hardware acceleration in the browser settings. List and search still work.',
    openList: 'Open the list',
    infoFailedTitle: 'The map could not be loaded yet',
    tilesFailed:
      'The server cannot be reached; part of the map is missing. What is shown still works.',
    basemapFailed: 'The basemap cannot be reached; the villages are still shown.',
    markHint: 'Click the map to place the point',
    markHintKeys: 'Enter places it at the centre, Esc cancels',
    pinMoved: 'Drag the point if it is not quite right',
  },
  search: {
    label: 'Find a place',
    placeholder: 'Find a village, district, code…',
    clear: 'Clear the search',
    none: (query) => `No place is called “${query}”.`,
    noneHint: 'Try part of the name, or a code such as 13.01.01.2001.',
    hits: (count) => (count === 1 ? '1 result' : `${count} results`),
    failed: 'The search did not work.',
  },
  place: {
    panel: 'Selected place',
    mark: 'Mark',
    markHere: 'Mark the signal here',
    code: 'Code',
    elevation: 'Elevation',
    elevationValue: (metres) => `${metres} m above sea level`,
    postalCode: 'Postal code',
    boundary: 'Boundary',
    boundaryNone: 'No boundary for this place yet',
    boundaryApproximate: 'Approximate boundary (Thiessen cell), not an official one',
    boundaryOfficial: (source, date) => (date === null ? source : `${source}, as of ${date}`),
    ownPointMissing:
      'The point of this village is not known; its district’s is used, so its place on the map is only approximate.',
    villages: (count) => `${count} villages`,
    inside: {
      ID: 'Provinces',
      province: 'Regencies and cities',
      regency: 'Districts',
      district: 'Villages',
    },
    reports: 'Reports',
    unknownPlace: 'This place is not in the data. The link may be old.',
    showOnMap: 'Show on the map',
    openList: 'See in the list',
    sheet: 'Panel height',
    sheetPeek: 'Low',
    sheetHalf: 'Half',
    sheetFull: 'Full',
    sheetHint: 'Arrow up and down change the height of the panel',
  },
  list: {
    title: 'List of villages',
    filter: 'Filter by name, district, code…',
    name: 'Name',
    district: 'District',
    regency: 'Regency/city',
    status: 'Status',
    shown: (shown, total) => `${shown} of ${total} villages`,
    empty: 'No village matches.',
    emptyHidden: 'Some statuses are hidden in the legend.',
    clearFilter: 'Clear the filter',
    chooseArea: 'Choose a province first: by search, on the map, or here.',
    keys: 'j/k or arrows move, Enter opens',
    wholeArea: 'Whole area',
  },
};
