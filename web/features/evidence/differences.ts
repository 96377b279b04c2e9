// What differs between two wordings of one report, row by row in words. Pure.
import type { Operator } from '#contract/evidence';
import { writeCoordinates } from '#coordinates';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';
import type { inputOf } from './check-form.ts';
import { answerWords } from './statement-words.ts';

export type Difference = { label: string; mine: string; stored: string };

/** One side: the form, or a stored report. What a list names by id is given by name. */
export type Side = {
  said: ReturnType<typeof inputOf>;
  village: string;
  locality: string;
  facility: string;
};

type Known = { operators: readonly Operator[]; texts: Messages; language: Language };

function rowsOf({ said, village, locality, facility }: Side, known: Known): Map<string, string> {
  const { operators, texts, language } = known;
  const words = texts.evidence.conflict;
  const own = texts.fieldForm;
  const nameOf = (id: string) => operators.find((operator) => operator.id === id)?.name ?? id;
  return new Map([
    [own.compare.kind, own.kinds[said.kind]],
    [words.village, village],
    [own.locality, locality],
    [words.point, said.position ? writeCoordinates(said.position) : ''],
    ...said.statements.map((statement): [string, string] => [
      nameOf(statement.operatorId),
      answerWords(statement, texts, language),
    ]),
    [own.environment, said.environment === null ? '' : own.environments[said.environment]],
    [own.availability, said.availability === null ? '' : own.availabilities[said.availability]],
    [own.compare.facility, facility],
    [own.compare.connection, said.connection === null ? '' : own.connections[said.connection]],
    [own.compare.participants, said.participants.join(', ')],
    [words.date, said.observedOn === '' ? '' : formatDate(said.observedOn, language)],
    [words.note, said.note.trim()],
  ]);
}

/** Only the rows that differ; an operator that one side leaves out is "don't know" there. */
export function differencesOf(mine: Side, stored: Side, known: Known): Difference[] {
  const { empty } = known.texts.evidence.conflict;
  const names = new Set(known.operators.map(({ name }) => name));
  const [own, theirs] = [rowsOf(mine, known), rowsOf(stored, known)];
  const none = (label: string) =>
    names.has(label) ? known.texts.evidence.technologies.unknown : empty;
  const isSame = (label: string) => (own.get(label) ?? '') === (theirs.get(label) ?? '');
  // Two villages of one name are two villages all the same.
  const isMoved = mine.said.villageCode !== stored.said.villageCode;
  const { village } = known.texts.evidence.conflict;
  return [...new Set([...own.keys(), ...theirs.keys()])]
    .filter((label) => (label === village ? isMoved : !isSame(label)))
    .map((label) => ({
      label,
      mine: own.get(label) || none(label),
      stored: theirs.get(label) || none(label),
    }));
}
