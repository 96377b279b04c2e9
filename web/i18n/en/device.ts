// Words of this device: what waits to be sent, regencies kept for use offline, installing.
import type { Messages } from '../id.ts';

export const device: Messages['device'] = {
  rail: 'Device',
  railUnsent: (count) => `This device: ${count} unsent ${count === 1 ? 'report' : 'reports'}`,
  title: 'This device',
  intro: 'Reports that are not sent yet, and areas that open without a signal.',
  offline: 'Offline: the server cannot be reached. Everything on this page still works.',

  newVersion: 'A new version is ready',
  reload: 'Reload',

  queue: {
    title: 'Reports',
    empty: 'The server has all your reports.',
    emptyHint: 'Reports written without a signal are kept here, and sent once you are connected.',
    waitingHint: 'Sent as soon as you are connected. No need to wait on this page.',
    signedOutHint: 'Your session has ended. The reports are safe here; sign in to send them.',
    otherAccountHint:
      'This device is in use by another account. The reports are safe here until you sign in again.',
    sendNow: 'Send now',
    create: 'New report',
    change: 'Changed report',
    writtenAt: (time) => `written ${time}`,
    photos: (count) => (count === 1 ? '1 photo' : `${count} photos`),
    states: {
      waiting: 'Waiting',
      sending: 'Sending',
      received: 'Received',
      refused: 'Refused',
      conflict: 'Choose',
    },
    sendingAt: (percent) => `Sending ${percent}%`,
    reportArrived: 'the report has arrived, its photos follow',
    photosRefused: (count) =>
      `Report received, ${count === 1 ? '1 photo' : `${count} photos`} refused:`,
    conflict: (name, time) =>
      `${name} changed this report on ${time}, after you had opened it. Choose which one counts.`,
    conflictUnknown: 'This report changed after you had opened it. Choose which one counts.',
    mend: 'Mend it',
    compare: 'Compare and choose',
    edit: 'Open on the map and change',
    retry: 'Try again',
    open: 'Open on the map',
    discard: 'Discard',
    dismiss: 'Remove from the list',
    discardTitle: 'Discard this report?',
    discardBody: (label) =>
      `The report on ${label} is not on the server. Once discarded, its content and photos are gone from this device.`,
    discardChangeBody: (label) =>
      `The change of the report on ${label} is not on the server. Once discarded it is gone; the report on the server stays as it is.`,
    failed: 'The storage of this device cannot be opened.',
  },

  packs: {
    title: 'Map for offline use',
    intro:
      'Regencies and cities kept here open without a signal: map, village names and last status.',
    empty: 'No regency or city is kept on this device yet.',
    add: 'Keep a regency…',
    province: 'Province',
    choose: 'Regency or city',
    chooseHint: 'Type its name',
    nothingFound: 'None by that name',
    measuring: 'Working out the size…',
    size: (size, files) => `${size} to download, ${files} files`,
    room: (size) => `Room left on the device: ${size}`,
    roomTooSmall: 'There is not enough room on this device.',
    keep: (size) => `Keep (${size})`,
    keeping: (done, total) => `Keeping ${done} of ${total} files`,
    preparing: 'Preparing…',
    keptAt: (time) => `kept ${time}`,
    isComplete: 'Complete',
    isPartial: 'Incomplete',
    isOutdated: 'Boundaries changed',
    resume: 'Continue',
    update: 'Update',
    remove: 'Remove',
    removeTitle: (name) => `Remove ${name}?`,
    removeBody:
      'Without a signal its map and village names no longer open. Your reports are not touched.',
    kept: (name) => `${name} is ready for use without a signal`,
    notKept: 'Not kept yet',
    needsConnection: 'Connect first to keep a regency.',
    unsupported:
      'This browser keeps no maps. Open the app over https:// in a recent Chrome, Edge, Firefox or Safari.',
  },

  install: {
    title: 'Install on this device',
    body: 'Jangkau opens from the home screen like any other app, also without a signal.',
    install: 'Install',
    byHand:
      'In the browser’s menu choose “Install app” or “Add to home screen”. On an iPhone: Share, then Add to Home Screen.',
  },

  lastStatusOnly: 'Offline: only the last status is kept on this device.',

  signOut: {
    title: 'Some reports are not sent yet',
    body: (count) =>
      `${count} ${count === 1 ? 'report stays' : 'reports stay'} on this device, and only your account can open and send them. Sign in here again to send them.`,
    stay: 'Stay signed in',
    leave: 'Sign out',
  },
};
