// English texts of what waits for a liaison, of the workbook, and of what a successor finds.
import type { Messages } from '../id.ts';

const plural = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;

export const work: Messages['work'] = {
  title: (operator) => `Waiting for ${operator}`,
  keys: 'j/k move, Enter opens',
  nothing: 'Nothing is waiting.',
  nothingHint: (operator) =>
    `Every declaration is answered, ${operator}’s promises are up to date, and so is its plan file.`,
  declarations: {
    title: 'Declarations',
    none: 'Every declaration is answered.',
    closes: (days, date) =>
      days === 0
        ? `closes today, ${date}`
        : days === 1
          ? `closes tomorrow, ${date}`
          : `${days} days left, ${date}`,
    unanswered: (left, all) => `${left} of ${all} places not answered`,
    answer: 'Answer',
    answerOf: (title) => `Answer ${title}`,
    close: 'Close',
  },
  updates: {
    title: 'Commitments that need a word',
    none: 'No promise needs a word.',
    late: (days) => `${days} days late`,
    dueIn: (days) => (days === 0 ? 'due today' : days === 1 ? 'due tomorrow' : `in ${days} days`),
    quiet: (days) => `${days} days without a word`,
    promised: (date) => `promised for ${date}`,
    slips: (count) => `put off ${count}×`,
    morePlaces: (count) => ` +${plural(count, 'place', 'places')}`,
    open: (title) => `Report on ${title}`,
    whole: 'Open the commitment',
    choose: 'What is the news?',
    shown: (shown, total) => `${shown} of ${total}. The others are on the board and in the XLSX.`,
  },
  filing: {
    title: 'Plan file',
    never: 'No plan file has been accepted yet.',
    accepted: (date, days) =>
      days === 0
        ? `Accepted today, ${date}.`
        : `Accepted on ${date}, ${plural(days, 'day', 'days')} ago.`,
    due: 'More than a month old: renew it.',
    fresh: 'Still fresh.',
    upload: 'Upload a new file',
    comparing: (name) => `${name} waits to be accepted`,
    compare: 'See the comparison',
  },
  unanswered: {
    title: 'Blankspots you have not answered',
    none: 'No blankspot is without an answer.',
    hint: (operator) =>
      `Places without a signal that ${operator} has neither promised nor answered in the past year.`,
    people: (count) => `${count} people`,
    unknownPeople: 'people not known',
    promise: 'Promise',
    promiseOf: (place) => `Promise ${place}`,
    onMap: (place) => `See ${place} on the map`,
    shown: (shown, total) => `${shown} with the most people, of ${total} places.`,
    more: (count) => `Show ${count} more`,
  },
  table: {
    download: 'Download XLSX',
    upload: 'Upload XLSX',
    hint: 'The file holds the rows below already. Fill it in Excel or LibreOffice, then upload it again.',
    reading: 'Reading the file…',
    title: 'What the file says',
    changes: (count) => `${count} changes`,
    unchanged: (count) => `${count} rows unchanged`,
    nothing: 'This file changes nothing.',
    nothingHint: 'Fill Jawaban, Keadaan baru or Tanggal janji baru, then upload it again.',
    errors: (count) => `${count} cells to put right`,
    errorsHint: 'Nothing is saved yet. Put them right in the file, then upload it again.',
    where: (sheet, row) => `${sheet} row ${row}`,
    changed: 'Changes',
    before: 'Before',
    after: 'After',
    cell: 'Cell',
    wrong: 'To put right',
    save: (count) => `Save ${count} changes`,
    saved: (count) => `${count} changes saved`,
    another: 'Choose another file',
    failed: 'This file cannot be read yet',
    rest: (count) => `and ${count} more`,
  },
  handOver: {
    title: (name, date) => `You took over from ${name} on ${date}`,
    open: (parts) => `Still open: ${parts}.`,
    nothing: 'Nothing is left open.',
    before: (office, parts) => `Still open at ${office}: ${parts}.`,
    beforeNothing: (office) => `Nothing is open at ${office}.`,
    counting: 'Counting what is open…',
    and: ' and ',
    commitments: (count, late) =>
      late === 0
        ? plural(count, 'commitment', 'commitments')
        : `${plural(count, 'commitment', 'commitments')} (${late} late)`,
    declarations: (count) => plural(count, 'declaration answer', 'declaration answers'),
    filings: (count) => plural(count, 'plan file', 'plan files'),
    obstacles: (count) => plural(count, 'obstacle to look at', 'obstacles to look at'),
    reports: (count) => plural(count, 'report', 'reports'),
  },
};
