// The field form: kind, place, point, neighbours, operators, conditions, photos, day, note. One column,
// for one thumb and for the keyboard; what most reports do without is folded away.
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQuery } from '@tanstack/react-query';
import { noteMaxLength } from '#contract/evidence';
import { sessionQuery } from '../../api/session.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { LoadingLines } from '../../ui/states.tsx';
import { ConditionsField } from './conditions-field.tsx';
import { ConflictView } from './conflict-view.tsx';
import css from './evidence.module.css';
import { FacilityField } from './facility-field.tsx';
import { FormFoot } from './form-foot.tsx';
import { FormNotes } from './form-notes.tsx';
import type { FormStart } from './form-start.ts';
import { localDay } from './form-values.ts';
import { KindField } from './kind-field.tsx';
import { LocalityField } from './locality-field.tsx';
import { NearbyReports } from './nearby-reports.tsx';
import { OperatorFields } from './operator-fields.tsx';
import { ParticipantsField } from './participants-field.tsx';
import { PhotoField } from './photo/photo-field.tsx';
import { PointField } from './point-field.tsx';
import { useSavedToast } from './saved-toast.tsx';
import { useFormStart } from './use-form-start.ts';
import { useMarkForm, type MarkFormProps } from './use-mark-form.ts';
import { VillageField } from './village-field.tsx';

export function MarkForm(props: MarkFormProps) {
  const { data: session } = useQuery(sessionQuery);
  const accountId = session?.account?.id;
  if (accountId === undefined) return null;
  // Another report is another form.
  const key = `${accountId} ${props.report?.id ?? props.itemId ?? 'new'}`;
  return <MarkFormOf key={key} accountId={accountId} {...props} />;
}

type OwnedProps = MarkFormProps & { accountId: string };

function MarkFormOf(props: OwnedProps) {
  const t = useText();
  const start = useFormStart(props.accountId, props);
  if (start) return <MarkFormBody start={start} {...props} />;
  return (
    <div className={css.fields}>
      <LoadingLines count={6} label={t.common.loading} />
    </div>
  );
}

function MarkFormBody(props: OwnedProps & { start: FormStart }) {
  const { start, accountId, village, point, report, onVillageWanted, changedBy = null } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.evidence.form;
  const showSaved = useSavedToast();
  const form = useMarkForm(props, start, {
    accountId,
    onArrived: showSaved,
    onKept: () => notifications.show({ message: t.fieldForm.kept }),
  });
  const { values, fields, change, saving, photos } = form;
  const [day] = useState(() => localDay());
  const element = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (form.refusals === 0) return;
    const field = element.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    const input = field?.querySelector<HTMLElement>('input:checked, input');
    (input ?? field)?.focus();
  }, [form.refusals]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    form.submit();
  };

  if (saving.conflict)
    return (
      <ConflictView
        stored={saving.conflict}
        mine={form.mine}
        newPhotoCount={photos.photos.filter(({ blob }) => blob !== null).length}
        village={village}
        isSaving={saving.isSaving}
        onTakeMine={form.takeMine}
        onTakeStored={() => void form.takeTheirs()}
      />
    );

  const centre = point?.position ?? village?.position ?? null;
  const noteLength = values.note.length;
  const inVillage = { values, onChange: change, fields };
  return (
    <form
      ref={element}
      className={css.form}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      noValidate
      data-draft={form.isDraftKept ? 'kept' : undefined}
      aria-label={form.isNew ? words.title : words.editTitle}
    >
      <div className={css.fields}>
        <FormNotes form={form} />
        <KindField value={values.kind} onChange={(kind) => change({ kind })} />
        <VillageField
          village={village}
          awaited={form.awaited}
          point={point}
          onPointChange={form.setPoint}
          onVillageWanted={onVillageWanted}
          error={form.villageCode === null ? fields['villageCode'] : undefined}
        />
        {form.villageCode !== null && (
          <LocalityField key={form.villageCode} villageCode={form.villageCode} {...inVillage} />
        )}
        <PointField
          point={point}
          typed={form.typedPoint}
          onChange={(typed, next) => form.setPoint(next, typed)}
          error={fields['position'] ?? fields['accuracyM']}
          isMeasurement={values.kind !== 'report'}
        />
        {form.villageCode !== null && fields['villageCode'] !== undefined && (
          <p className={css.error} role="alert">
            {fields['villageCode']}
          </p>
        )}
        {centre && (
          <NearbyReports position={centre} isVillageCentre={!point} exceptId={report?.id ?? ''} />
        )}
        {values.kind === 'joint_measurement' && (
          <ParticipantsField
            value={values.participants}
            onChange={(participants) => change({ participants })}
            fields={fields}
          />
        )}
        <OperatorFields
          kind={values.kind}
          answers={values.answers}
          onChange={(answers) => change({ answers })}
          onScreenshots={(operatorId, files) => photos.add(files, 'signal_app', operatorId)}
          fields={fields}
        />
        <ConditionsField values={values} onChange={change} fields={fields} />
        {form.villageCode !== null && (
          <FacilityField villageCode={form.villageCode} {...inVillage} />
        )}
        <PhotoField photos={photos} position={point?.position ?? null} />
        <TextInput
          type="date"
          label={words.observedOn}
          max={day}
          className={css.date}
          value={values.observedOn}
          error={fields['observedOn']}
          onChange={(event) => change({ observedOn: event.currentTarget.value })}
        />
        <div>
          <Textarea
            label={words.note}
            placeholder={words.notePlaceholder}
            rows={3}
            value={values.note}
            error={fields['note']}
            onChange={(event) => change({ note: event.currentTarget.value })}
          />
          <div className={css.count} data-over={noteLength > noteMaxLength || undefined}>
            {words.noteCount(
              formatNumber(noteLength, language),
              formatNumber(noteMaxLength, language),
            )}
          </div>
        </div>
      </div>
      <FormFoot form={form} changedBy={report && changedBy} />
    </form>
  );
}
