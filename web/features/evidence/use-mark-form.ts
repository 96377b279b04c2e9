// The state of one form: its values, its draft, checking and saving, and what came back.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Report, type ReportSaved } from '#contract/evidence';
import type { Region } from '#contract/regions';
import { writeCoordinates } from '#coordinates';
import { reportQuery, useSaveReport } from '../../api/evidence.ts';
import { sessionQuery } from '../../api/session.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';
import { isRefusal, refusalFields, storedVersion, type FieldTexts } from '../../lib/problems.ts';
import type { PickedPoint } from '../../map/modes/types.ts';
import { dropDraft, findDraft, keepDraft, type Draft } from './draft.ts';
import {
  byOperator,
  checkForm,
  emptyValues,
  localDay,
  pointOf,
  valuesOf,
  type FormValues,
} from './form-values.ts';

export type MarkFormProps = {
  village: Region | null;
  point: PickedPoint | null;
  onPointChange: (point: PickedPoint | null) => void;
  /** The report that is changed; null for a new one. */
  report: Report | null;
  /** Null when the form is left without saving. */
  onDone: (saved: ReportSaved | null) => void;
  onVillageWanted: (code: string) => void;
  /** Who changed the report on the server while it is open here. */
  changedBy?: string | null;
};

const textOf = (point: PickedPoint | null) => (point ? writeCoordinates(point.position) : '');

export function useMarkForm(props: MarkFormProps) {
  const { village, point, report, onPointChange, onDone, onVillageWanted } = props;
  const t = useText();
  const client = useQueryClient();
  const save = useSaveReport();
  const { data: session } = useQuery(sessionQuery);
  const accountId = session?.account?.id ?? 'nobody';

  const [initial] = useState(() => ({
    draft: findDraft(accountId, report?.id ?? null),
    values: report ? valuesOf(report) : emptyValues(localDay()),
    newId: crypto.randomUUID(),
  }));
  const isDraftHere =
    initial.draft !== null &&
    (report !== null || village === null || initial.draft.villageCode === village.code);
  const [offer, setOffer] = useState<Draft | null>(isDraftHere ? null : initial.draft);
  const [isRestored, setIsRestored] = useState(isDraftHere);
  const restored = isDraftHere ? initial.draft : null;

  const [id, setId] = useState(report?.id ?? restored?.id ?? initial.newId);
  const [version, setVersion] = useState(restored?.version ?? report?.version ?? null);
  const [values, setValues] = useState<FormValues>(restored?.values ?? initial.values);
  const [typedPoint, setTypedPoint] = useState(restored?.typedPoint ?? textOf(point));
  const [fields, setFields] = useState<FieldTexts>({});
  const [conflict, setConflict] = useState<Report | null>(null);
  const [isTouched, setIsTouched] = useState(isDraftHere);
  /** Counts refused attempts, so that the form can lead to the first field in question. */
  const [refusals, setRefusals] = useState(0);
  /** The point this form last knew: any other one came from the map. */
  const known = useRef(String(point?.position ?? null));

  /** Saved or left: what still changes while the panel closes is no draft. */
  const isOver = useRef(false);

  const finish = (saved: ReportSaved | null) => {
    isOver.current = true;
    dropDraft(accountId, id);
    onDone(saved);
  };

  const setPoint = (next: PickedPoint | null, typed = textOf(next)) => {
    known.current = String(next?.position ?? null);
    setTypedPoint(typed);
    setIsTouched(true);
    setFields(({ position: _, ...others }) => others);
    onPointChange(next);
  };

  const open = useEffectEvent(() => {
    const start =
      restored ?? (report && { point: pointOf(report), villageCode: report.villageCode });
    if (!start) return;
    if (start.villageCode !== null && start.villageCode !== village?.code)
      onVillageWanted(start.villageCode);
    if (start.point && !point) {
      known.current = String(start.point.position);
      setTypedPoint(restored?.typedPoint ?? textOf(start.point));
      onPointChange(start.point);
    }
  });
  useEffect(() => open(), []);

  useEffect(() => {
    const now = String(point?.position ?? null);
    if (now === known.current) return;
    known.current = now;
    setTypedPoint(textOf(point));
    setIsTouched(true);
    setFields(({ position: _, ...others }) => others);
  }, [point]);

  useEffect(() => {
    if (!isTouched || isOver.current) return;
    keepDraft(accountId, {
      id,
      version,
      villageCode: village?.code ?? null,
      villageName: village ? placeName(village) : null,
      point,
      typedPoint,
      values,
      savedAt: Date.now(),
    });
  }, [accountId, id, version, isTouched, village, point, typedPoint, values]);

  const change = (next: FormValues) => {
    setIsTouched(true);
    setValues(next);
    // What is being mended is no longer accused.
    setFields(({ position, villageCode }) => ({
      ...(position !== undefined && { position }),
      ...(villageCode !== undefined && { villageCode }),
    }));
  };

  const refuse = (texts: FieldTexts) => {
    setFields(texts);
    setRefusals((count) => count + 1);
  };

  const send = (onVersion: number | null) => {
    if (save.isPending) return;
    const checked = checkForm(
      { values, villageCode: village?.code ?? null, point, typedPoint },
      localDay(),
      t,
    );
    if ('fields' in checked) return refuse(checked.fields);
    setFields({});
    const operatorIds = checked.input.statements.map(({ operatorId }) => operatorId);
    save.mutate(
      { id, version: onVersion, input: checked.input },
      {
        onSuccess: finish,
        onError: (error) => {
          const stored = storedVersion(error, Report);
          if (stored) setConflict(stored);
          // The first try did arrive, its answer did not, and the form has changed since.
          else if (isRefusal(error) && error.code === 'id_taken') void compare();
          else refuse(byOperator(refusalFields(error, t.problem), operatorIds));
        },
      },
    );
  };

  const leave = () => finish(null);

  /** Throws away what was typed: back to the stored report, or to an empty form. */
  const startOver = () => {
    dropDraft(accountId, id);
    if (!report) setId(crypto.randomUUID());
    setVersion(report?.version ?? null);
    setValues(initial.values);
    setPoint(report ? pointOf(report) : null);
    setFields({});
    setIsTouched(false);
    setIsRestored(false);
  };

  const takeOffer = () => {
    if (!offer) return;
    setId(offer.id);
    setValues(offer.values);
    setPoint(offer.point, offer.typedPoint);
    if (offer.villageCode !== null) onVillageWanted(offer.villageCode);
    setOffer(null);
  };

  const dropOffer = () => {
    if (offer) dropDraft(accountId, offer.id);
    setOffer(null);
  };

  /** Fetches the stored report and shows it beside what was typed. */
  const compare = async () => {
    const stored = await client.fetchQuery({ ...reportQuery(id), staleTime: 0 }).catch(() => null);
    if (stored) setConflict(stored);
  };

  const takeMine = (stored: Report) => {
    setVersion(stored.version);
    setConflict(null);
    send(stored.version);
  };

  return {
    values,
    typedPoint,
    fields,
    refusals,
    conflict,
    offer,
    isRestored,
    awaitedVillage: restored?.villageCode ?? report?.villageCode ?? null,
    error: save.error,
    isSaving: save.isPending,
    change,
    setPoint,
    submit: () => send(version),
    leave,
    startOver,
    takeOffer,
    dropOffer,
    compare,
    takeMine,
  };
}
