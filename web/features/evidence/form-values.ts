// What the form holds and how it becomes a report: pure, no React, no network.
import {
  ReportInput,
  strengths,
  technologies,
  type Report,
  type Strength,
  type Technology,
} from '#contract/evidence';
import { readCoordinates } from '#coordinates';
import type { Messages } from '../../i18n/id.ts';
import { fieldText, issueFields, type FieldTexts } from '../../lib/problems.ts';
import type { PickedPoint } from '../../map/modes/types.ts';

/** What is said of one operator; an operator without an answer is "don't know" and is not sent. */
export type Answer = { technology: Technology; strength: Strength | null };

export type FormValues = {
  /** ISO date of the day it was seen. */
  observedOn: string;
  note: string;
  answers: Record<string, Answer>;
};

/** Today on this device, as an ISO date. */
export function localDay(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function emptyValues(today: string): FormValues {
  return { observedOn: today, note: '', answers: {} };
}

export function valuesOf(report: Report): FormValues {
  return {
    observedOn: report.observedOn,
    note: report.note,
    answers: Object.fromEntries(
      report.statements.map(({ operatorId, technology, strength }) => [
        operatorId,
        { technology, strength },
      ]),
    ),
  };
}

export function pointOf(report: Report): PickedPoint | null {
  if (!report.position) return null;
  return {
    position: report.position,
    source: report.positionSource ?? 'map',
    accuracyM: report.accuracyM,
  };
}

/** The answer for one technology; a strength that was chosen before is kept where it still fits. */
export function withTechnology(
  values: FormValues,
  operatorId: string,
  technology: Technology | null,
): FormValues {
  const { [operatorId]: before, ...others } = values.answers;
  if (technology === null) return { ...values, answers: others };
  const strength = technology === 'none' ? null : (before?.strength ?? null);
  return { ...values, answers: { ...others, [operatorId]: { technology, strength } } };
}

export function withoutSignal(values: FormValues, operatorIds: string[]): FormValues {
  const none = operatorIds.map((id): [string, Answer] => [
    id,
    { technology: 'none', strength: null },
  ]);
  return { ...values, answers: { ...values.answers, ...Object.fromEntries(none) } };
}

/** About a tenth of a metre: what a finger or a satellite cannot tell is not stored. */
const sixDecimals = (degrees: number) => Number(degrees.toFixed(6));

type Filled = {
  values: FormValues;
  villageCode: string | null;
  point: PickedPoint | null;
  /** The text of the coordinates field: a text that is no point must not be lost silently. */
  typedPoint: string;
};

/** Checks everything with the contract; the fields of an operator are named `statements.<id>`. */
export function checkForm(
  { values, villageCode, point, typedPoint }: Filled,
  today: string,
  texts: Messages,
): { input: ReportInput } | { fields: FieldTexts } {
  const statements = Object.entries(values.answers).map(([operatorId, answer]) => ({
    operatorId,
    ...answer,
  }));
  const parsed = ReportInput.safeParse(
    {
      villageCode: villageCode ?? undefined,
      position: point && [sixDecimals(point.position[0]), sixDecimals(point.position[1])],
      positionSource: point?.source ?? null,
      accuracyM: point?.accuracyM ?? null,
      observedOn: values.observedOn,
      statements,
      note: values.note,
    },
    { reportInput: true },
  );
  const fields = parsed.success ? {} : issueFields(parsed.error, texts.problem);
  if (values.observedOn > today)
    fields['observedOn'] ??= fieldText('observedOn', 'date_in_future', texts.problem);
  const reading = readCoordinates(typedPoint).kind;
  if (!point && reading !== 'empty' && reading !== 'position')
    fields['position'] = readingText(reading, texts) ?? texts.problem.codes.wrong_format;
  if (parsed.success && Object.keys(fields).length === 0) return { input: parsed.data };
  return { fields: byOperator(fields, Object.keys(values.answers)) };
}

/** `statements.2.strength` → `statements.telkomsel.strength`, by the order that was sent. */
export function byOperator(fields: FieldTexts, operatorIds: string[]): FieldTexts {
  return Object.fromEntries(
    Object.entries(fields).map(([field, text]) => [
      field.replace(/^statements\.(\d+)/, (whole, index: string) => {
        const operatorId = operatorIds[Number(index)];
        return operatorId === undefined ? whole : `statements.${operatorId}`;
      }),
      text,
    ]),
  );
}

/** Why a typed text is no point yet; null when it is one, or empty. */
export function readingText(
  kind: ReturnType<typeof readCoordinates>['kind'],
  texts: Messages,
): string | null {
  const words = texts.evidence.form;
  switch (kind) {
    case 'swapped':
      return words.swapped;
    case 'minus_lost':
      return words.minusLost;
    case 'hemisphere_wrong':
      return words.hemisphereWrong;
    case 'zone_missing':
      return words.zoneMissing;
    case 'outside':
      return words.outside;
    case 'partial':
      return words.partial;
    case 'unreadable':
      return words.unreadable;
    default:
      return null;
  }
}

export function isTechnology(value: string): value is Technology {
  return technologies.some((known) => known === value);
}

export function isStrength(value: string): value is Strength {
  return strengths.some((known) => known === value);
}
