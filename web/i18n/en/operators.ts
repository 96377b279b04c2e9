// English texts of operators and takeovers, as the admin keeps them.
import type { Messages } from '../id.ts';

export const operators: Messages['operators'] = {
  tab: 'Operators',
  title: 'Operators',
  intro:
    'Mobile operators decide what is a blankspot: a place is one only when none of them is there. Other providers (satellite, fibre, Wi-Fi) may promise too.',
  add: 'Add an operator',
  name: 'Name',
  kind: 'Kind',
  codes: 'Network codes (MNC)',
  commitments: 'Open promises',
  accounts: 'Active accounts',
  standing: 'Standing',
  actions: 'Actions',
  mobile: 'Mobile',
  other: 'Other provider',
  active: 'Active',
  takenOver: (heir, date) => `Taken over by ${heir}, ${date}`,
  edit: 'Change',
  editOf: (name) => `Change ${name}`,
  succeed: 'Record a takeover',
  succeedOf: (name) => `Record the takeover of ${name}`,
  form: {
    addTitle: 'Add an operator',
    editTitle: (name) => `Change ${name}`,
    nameExample: 'Starlink Indonesia',
    isMobile: 'A mobile operator that serves this province',
    isMobileHint:
      'Every status is derived again: a place is a blankspot only when this operator is absent too.',
    codesHint: 'The figures after 510, with spaces between. Empty where it is not mobile.',
    codesExample: '11 08',
    add: 'Add',
    save: 'Save',
  },
  succession: {
    title: (name) => `${name} was taken over`,
    explain: (name) =>
      `Its successor owes what ${name} promised; both names stay in the history. ${name}’s towers, plans and evidence count as the successor’s. ${name}’s liaisons can still sign in and act for the successor.`,
    final: 'This cannot be undone.',
    successor: 'Taken over by',
    choose: 'Choose an operator',
    someone: 'its successor',
    on: 'Since',
    moves: (count, heir) => `${count} open promises pass to ${heir}.`,
    movesNone: 'No open promise passes.',
    submit: 'Record the takeover',
    done: (count, heir) => `Recorded. ${heir} owes ${count} more promises now.`,
  },
};
