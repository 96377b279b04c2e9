// The terms of a commitment in words: as facts of the panel, and as they were and are in its history. Pure.
import { Position } from '#contract/regions';
import type { CommitmentAmendment, CommitmentList } from '#contract/commitments';
import { writeCoordinates } from '#coordinates';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';

export type TermField = keyof CommitmentAmendment;

const isTermField = (field: string, t: Messages): field is TermField =>
  Object.hasOwn(t.commitmentPanel.fields, field);

export function fieldName(field: string, t: Messages): string {
  return isTermField(field, t) ? t.commitmentPanel.fields[field] : field;
}

const dayPattern = /^\d{4}-\d{2}-\d{2}$/;

/** What a field holds, in a few words; '–' for nothing. History is stored as it was sent: anything. */
export function valueText(
  field: string,
  value: unknown,
  {
    t,
    language,
    operators,
  }: {
    t: Messages;
    language: Language;
    operators: CommitmentList['operators'];
  },
): string {
  const { kinds, programmes, duties, basisKinds } = t.commitments;
  const choices: Record<string, Record<string, string>> = {
    kind: kinds,
    programme: programmes,
    duty: duties,
    basisKind: basisKinds,
  };
  if (value === null || value === undefined || value === '') return '–';
  if (field === 'tenants' && Array.isArray(value)) {
    const names = new Map(operators.map(({ id, name }) => [id, name]));
    return value.map((id) => names.get(String(id)) ?? String(id)).join(', ') || '–';
  }
  if (field === 'places' && Array.isArray(value)) return t.commitmentPanel.places(value.length);
  if (field === 'position') {
    const position = Position.safeParse(value);
    return position.success ? writeCoordinates(position.data) : '–';
  }
  if (typeof value !== 'string') return '–';
  if (field === 'technology') return value.toUpperCase();
  if (dayPattern.test(value)) return formatDate(value, language);
  return choices[field]?.[value] ?? value;
}
