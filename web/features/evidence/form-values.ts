// What the form holds, apart from village, point and photos. Pure.
import type {
  Availability,
  Connection,
  Environment,
  ReportInput,
  ReportKind,
} from '#contract/evidence';
import type { PickedPoint } from '../../map/modes/types.ts';
import { answersOf, type Answers } from './answers.ts';

export type FormValues = {
  kind: ReportKind;
  /** A known locality, or the name that was written for one; at most one of them. */
  localityId: string | null;
  localityName: string;
  facilityId: string | null;
  connection: Connection | null;
  environment: Environment | null;
  availability: Availability | null;
  participants: string[];
  /** ISO date of the day it was seen. */
  observedOn: string;
  note: string;
  answers: Answers;
};

/** The locality or facility from which the form was opened. */
export type About = { localityId: string | null; facilityId: string | null };

/** Today on this device, as an ISO date. */
export function localDay(now = new Date()): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export function emptyValues(
  today: string,
  about: About = { localityId: null, facilityId: null },
): FormValues {
  return {
    kind: 'report',
    ...about,
    localityName: '',
    connection: null,
    environment: null,
    availability: null,
    participants: [],
    observedOn: today,
    note: '',
    answers: {},
  };
}

export function valuesOf(report: ReportInput): FormValues {
  const { kind, localityId, localityName, facilityId, connection } = report;
  const { environment, availability, participants, observedOn, note } = report;
  return {
    kind,
    localityId,
    localityName,
    facilityId,
    connection,
    environment,
    availability,
    participants,
    observedOn,
    note,
    answers: answersOf(report.statements),
  };
}

export function pointOf(report: ReportInput): PickedPoint | null {
  if (!report.position) return null;
  return {
    position: report.position,
    source: report.positionSource ?? 'map',
    accuracyM: report.accuracyM,
  };
}

/** In another village there are other localities and facilities; a written name may still be right. */
export function inOtherVillage(values: FormValues): FormValues {
  return { ...values, localityId: null, facilityId: null, connection: null };
}
