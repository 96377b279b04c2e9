// The state of one form: its values, point and photos, its draft, checking and saving.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Report } from '#contract/evidence';
import type { Region } from '#contract/regions';
import { reportQuery, useRefreshReports } from '../../api/evidence.ts';
import type { OutboxEntry, OutboxRefusal } from '../../api/outbox/types.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';
import { errorFields, type FieldTexts } from '../../lib/problems.ts';
import type { PickedPoint } from '../../map/modes/types.ts';
import { byOperator, checkForm, inputOf } from './check-form.ts';
import { findDraftPhotos } from './draft.ts';
import { plainStart, type FormStart } from './form-start.ts';
import { inOtherVillage, localDay, type About, type FormValues } from './form-values.ts';
import { toSend } from './photo/form-photo.ts';
import { usePhotos } from './photo/use-photos.ts';
import { useDraft } from './use-draft.ts';
import { useFormPoint } from './use-form-point.ts';
import { useSaving } from './use-saving.ts';

export type MarkFormProps = {
  village: Region | null;
  point: PickedPoint | null;
  onPointChange: (point: PickedPoint | null) => void;
  /** The report that is changed; null for a new one. */
  report: Report | null;
  /** A report that waits on this device and is opened again; null for none. */
  itemId: string | null;
  /** The locality or facility that a new report is about. */
  about: About;
  /** Saved, kept on the device, or left. */
  onDone: () => void;
  onVillageWanted: (code: string) => void;
  /** Who changed the report on the server while it is open here. */
  changedBy?: string | null;
};

type Host = {
  accountId: string;
  onArrived: (entry: OutboxEntry, isNew: boolean) => void;
  onKept: () => void;
};

export function useMarkForm(props: MarkFormProps, start: FormStart, host: Host) {
  const { village, point, report, onVillageWanted } = props;
  const { accountId } = host;
  const t = useText();
  const client = useQueryClient();
  const refreshReports = useRefreshReports();

  const [id, setId] = useState(start.id);
  const [version, setVersion] = useState(start.version);
  const [values, setValues] = useState<FormValues>(start.values);
  const [isTouched, setIsTouched] = useState(start.isDraft);
  const [isRestored, setIsRestored] = useState(start.isDraft);
  const [offer, setOffer] = useState(start.offer);
  const [refusal, setRefusal] = useState(start.refusal);
  const [fields, setFields] = useState<FieldTexts>(() => (refusal ? wordsOf(refusal) : {}));
  /** Counts refused attempts, so that the form can lead to the first field in question. */
  const [refusals, setRefusals] = useState(refusal ? 1 : 0);

  /** The village is told by its code at first: without a connection no more of it may be here. */
  const [isVillageSeen, setIsVillageSeen] = useState(village !== null);
  const awaitedCode = isVillageSeen ? null : start.villageCode;
  const villageCode = village?.code ?? awaitedCode;
  const villageName = village ? placeName(village) : awaitedCode && start.villageName;

  const touch = () => setIsTouched(true);
  const photos = usePhotos(start.photos, report?.photos ?? [], touch);
  const { typedPoint, setPoint } = useFormPoint({
    start,
    point,
    onPointChange: props.onPointChange,
    onTouched: () => {
      touch();
      setFields(({ position: _p, accuracyM: _a, ...others }) => others);
    },
  });
  const draft = useDraft({
    accountId,
    draft: { id, version, villageCode, villageName, point, typedPoint, values },
    photos: photos.photos,
    isTouched,
  });

  const open = useEffectEvent(() => {
    if (start.villageCode !== null && start.villageCode !== village?.code)
      onVillageWanted(start.villageCode);
  });
  useEffect(() => open(), []);

  /** The village whose localities and facilities may have been chosen. */
  const knownVillage = useRef(start.villageCode ?? villageCode);
  /** Asked of the map and not there yet: another one on the screen is no choice. */
  const wantedVillage = useRef(start.villageCode);
  const seenCode = village?.code;
  useEffect(() => {
    if (seenCode === undefined) return;
    setIsVillageSeen(true);
    if (wantedVillage.current !== null && wantedVillage.current !== seenCode) return;
    wantedVillage.current = null;
    const before = knownVillage.current;
    knownVillage.current = seenCode;
    if (before !== null && before !== seenCode) setValues(inOtherVillage);
  }, [seenCode]);

  function wordsOf({ errors }: OutboxRefusal): FieldTexts {
    return byOperator(errorFields(errors, t.problem), Object.keys(values.answers));
  }

  const refuse = (texts: FieldTexts) => {
    setFields(texts);
    setRefusals((count) => count + 1);
  };

  const finish = async () => {
    await draft.end();
    props.onDone();
  };

  const isNew = version === null;
  const saving = useSaving({
    accountId,
    id,
    conflict: start.conflict,
    // From here on the outbox keeps it.
    onStored: () => void draft.drop(id),
    onArrived: (entry) => {
      refreshReports();
      host.onArrived(entry, isNew);
      void finish();
    },
    onKept: () => {
      host.onKept();
      void finish();
    },
    onRefused: (next) => {
      setRefusal(next);
      refuse(wordsOf(next));
    },
  });

  const change = (next: Partial<FormValues>) => {
    touch();
    setValues((before) => ({ ...before, ...next }));
    // What is being mended is no longer accused.
    setRefusal(null);
    setFields(({ position, villageCode: code }) => ({
      ...(position !== undefined && { position }),
      ...(code !== undefined && { villageCode: code }),
    }));
  };

  const send = (base: number | null) => {
    const checked = checkForm({ values, villageCode, point, typedPoint }, localDay(), t);
    setRefusal(null);
    if ('fields' in checked) return refuse(checked.fields);
    setFields({});
    const { input } = checked;
    void saving.save({ input, version: base, label: villageName ?? input.villageCode }, async () =>
      toSend(await photos.settled(), input.position),
    );
  };

  const submit = () => {
    // An earlier wording of what was written here may have arrived while the form was open.
    const isOwn = start.isWaiting || version === null;
    send((isOwn ? saving.entry?.version : null) ?? version);
  };

  /** The own words in place of `stored`, which a person has seen beside them. */
  const takeMine = (stored: Report) => {
    if (saving.entry?.state === 'conflict') return void saving.takeMine();
    setVersion(stored.version);
    saving.setConflict(null);
    send(stored.version);
  };

  const takeTheirs = async () => {
    if (saving.entry?.state === 'conflict') await saving.takeTheirs();
    await finish();
  };

  const leave = async () => {
    await saving.giveUp();
    await finish();
  };

  /** Shows the stored report beside what was typed. */
  const compare = async () => {
    const asked = client.fetchQuery({ ...reportQuery(id), staleTime: 0 });
    saving.setConflict(await asked.catch(() => null));
  };

  /** Throws away what was typed: back to the stored report, or to an empty form. */
  const startOver = () => {
    const plain = plainStart(props);
    void draft.drop(id);
    setId(plain.id);
    setVersion(plain.version);
    setValues(plain.values);
    photos.reset([]);
    setPoint(plain.point);
    setFields({});
    setIsTouched(false);
    setIsRestored(false);
  };

  const takeOffer = async () => {
    if (!offer) return;
    setOffer(null);
    setId(offer.id);
    setValues(offer.values);
    knownVillage.current = offer.villageCode;
    wantedVillage.current = offer.villageCode;
    photos.reset((await findDraftPhotos(accountId, offer.id).catch(() => null)) ?? []);
    setPoint(offer.point, offer.typedPoint);
    if (offer.villageCode !== null) onVillageWanted(offer.villageCode);
  };

  const dropOffer = () => {
    if (offer) void draft.drop(offer.id);
    setOffer(null);
  };

  return {
    isNew,
    /** Where `village` is not known in full. */
    awaited: awaitedCode === null ? null : { code: awaitedCode, name: villageName ?? awaitedCode },
    villageCode,
    values,
    typedPoint,
    fields,
    refusals,
    refusal,
    offer,
    isDraftKept: draft.isKept,
    isRestored: isRestored && !start.isWaiting,
    photos,
    saving,
    mine: inputOf({ values, villageCode, point }),
    change,
    setPoint,
    submit,
    takeMine,
    takeTheirs,
    leave,
    compare,
    startOver,
    takeOffer,
    dropOffer,
  };
}
