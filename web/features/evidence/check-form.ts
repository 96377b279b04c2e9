// From the form's values to a report, checked with the contract; or words beside the fields. Pure.
import { ReportInput } from '#contract/evidence';
import { readCoordinates } from '#coordinates';
import type { Messages } from '../../i18n/id.ts';
import { fieldText, issueFields, type FieldTexts } from '../../lib/problems.ts';
import type { PickedPoint } from '../../map/modes/types.ts';
import { statementsOf } from './answers.ts';
import type { FormValues } from './form-values.ts';

/** About a tenth of a metre: what a finger or a satellite cannot tell is not stored. */
const sixDecimals = (degrees: number) => Number(degrees.toFixed(6));

type Filled = {
  values: FormValues;
  villageCode: string | null;
  point: PickedPoint | null;
  /** The text of the coordinates field: a text that is no point must not be lost silently. */
  typedPoint: string;
};

/** What the form says, as the contract names it and not yet checked by it. */
export function inputOf({ values, villageCode, point }: Omit<Filled, 'typedPoint'>) {
  const { answers, participants, connection, ...others } = values;
  const position = point?.position.map(sixDecimals) as ReportInput['position'] | undefined;
  return {
    ...others,
    villageCode: villageCode ?? undefined,
    connection: values.facilityId === null ? null : connection,
    participants: values.kind === 'joint_measurement' ? participants : [],
    position: position ?? null,
    positionSource: point?.source ?? null,
    accuracyM: point?.accuracyM ?? null,
    statements: statementsOf(answers),
  };
}

/** The report; or what to type instead, the fields of an operator named `statements.<id>`. */
export function checkForm(
  filled: Filled,
  today: string,
  texts: Messages,
): { input: ReportInput } | { fields: FieldTexts } {
  const { values, point, typedPoint } = filled;
  const parsed = ReportInput.safeParse(inputOf(filled), { reportInput: true });
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
export function byOperator(fields: FieldTexts, operatorIds: readonly string[]): FieldTexts {
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
