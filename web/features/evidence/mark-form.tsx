// The form for marking: village, point, neighbours, operators, day, note. One column, keyboard first.
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { Button, Group, Textarea, TextInput } from '@mantine/core';
import { noteMaxLength } from '#contract/evidence';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { isRefusal, problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { ConflictView } from './conflict-view.tsx';
import css from './evidence.module.css';
import { localDay } from './form-values.ts';
import { NearbyReports } from './nearby-reports.tsx';
import { OperatorFields } from './operator-fields.tsx';
import { PointField } from './point-field.tsx';
import { useSavedToast } from './saved-toast.tsx';
import { useMarkForm, type MarkFormProps } from './use-mark-form.ts';
import { VillageField } from './village-field.tsx';

export function MarkForm(props: MarkFormProps) {
  // Another report is another form.
  return <MarkFormBody key={props.report?.id ?? 'new'} {...props} />;
}

function MarkFormBody(props: MarkFormProps) {
  const { village, point, report, onVillageWanted, onDone, changedBy = null } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.evidence.form;
  const showSaved = useSavedToast();
  const form = useMarkForm({
    ...props,
    onDone: (saved) => {
      if (saved) showSaved(saved, report === null);
      onDone(saved);
    },
  });
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

  if (form.conflict)
    return (
      <ConflictView
        stored={form.conflict}
        values={form.values}
        village={village}
        point={point}
        isSaving={form.isSaving}
        onTakeMine={form.takeMine}
        onTakeStored={form.leave}
      />
    );

  const isOffline = isRefusal(form.error) && form.error.code === 'offline';
  const centre = point?.position ?? village?.position ?? null;
  const noteLength = form.values.note.length;
  return (
    <form
      ref={element}
      className={css.form}
      onSubmit={submit}
      onKeyDown={onKeyDown}
      noValidate
      aria-label={report ? words.editTitle : words.title}
    >
      <div className={css.fields}>
        {form.isRestored && (
          <Note
            actions={
              <Button size="compact-sm" variant="default" onClick={form.startOver}>
                {words.draftDiscard}
              </Button>
            }
          >
            {words.draftRestored}
          </Note>
        )}
        {form.offer && (
          <Note
            actions={
              <>
                <Button size="compact-sm" variant="default" onClick={form.takeOffer}>
                  {words.draftContinue}
                </Button>
                <Button size="compact-sm" variant="subtle" color="gray" onClick={form.dropOffer}>
                  {words.draftDrop}
                </Button>
              </>
            }
          >
            {form.offer.villageName === null
              ? words.draftElsewhereUnnamed
              : words.draftElsewhere(form.offer.villageName)}
          </Note>
        )}
        <VillageField
          village={village}
          awaitedCode={form.awaitedVillage}
          point={point}
          onPointChange={form.setPoint}
          onVillageWanted={onVillageWanted}
          error={village ? undefined : form.fields['villageCode']}
        />
        <PointField
          point={point}
          typed={form.typedPoint}
          onChange={(typed, next) => form.setPoint(next, typed)}
          error={form.fields['position'] ?? form.fields['accuracyM']}
        />
        {village && form.fields['villageCode'] !== undefined && (
          <p className={css.error} role="alert">
            {form.fields['villageCode']}
          </p>
        )}
        {centre && (
          <NearbyReports position={centre} isVillageCentre={!point} exceptId={report?.id ?? ''} />
        )}
        <OperatorFields values={form.values} onChange={form.change} fields={form.fields} />
        <TextInput
          type="date"
          label={words.observedOn}
          max={day}
          className={css.date}
          value={form.values.observedOn}
          error={form.fields['observedOn']}
          onChange={(event) =>
            form.change({ ...form.values, observedOn: event.currentTarget.value })
          }
        />
        <div>
          <Textarea
            label={words.note}
            placeholder={words.notePlaceholder}
            rows={3}
            value={form.values.note}
            error={form.fields['note']}
            onChange={(event) => form.change({ ...form.values, note: event.currentTarget.value })}
          />
          <div className={css.count} data-over={noteLength > noteMaxLength || undefined}>
            {words.noteCount(
              formatNumber(noteLength, language),
              formatNumber(noteMaxLength, language),
            )}
          </div>
        </div>
      </div>
      <div className={css.foot}>
        {report && changedBy !== null && (
          <Note
            tone="warning"
            actions={
              <Button size="compact-sm" variant="default" onClick={() => void form.compare()}>
                {words.compare}
              </Button>
            }
          >
            {words.changedBy(changedBy)}
          </Note>
        )}
        {form.error && Object.keys(form.fields).length === 0 && (
          <Note tone="error" title={isOffline ? words.offlineTitle : words.failedTitle}>
            {isOffline ? words.offline : problemText(form.error, t.problem)}
          </Note>
        )}
        <Group gap="xs" wrap="nowrap">
          <Button
            type="submit"
            className={css.save}
            loading={form.isSaving}
            title={words.saveShortcut}
          >
            {report ? words.saveChange : words.save}
          </Button>
          <Button variant="subtle" color="gray" className={css.tall} onClick={form.leave}>
            {t.common.cancel}
          </Button>
        </Group>
      </div>
    </form>
  );
}
