// The rules of the statuses: how old evidence may be, which RSRP is enough, how much evidence it takes.
import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { StatusSettings } from '#contract/status';
import { statusSettingsQuery, useSetStatusSettings } from '../../api/settings.ts';
import { useText } from '../../i18n/text.tsx';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { StatusSymbol } from '../../ui/status-symbol.tsx';
import css from './admin.module.css';
import { SettingsFrame } from './settings-frame.tsx';
import { readDraft, statuses, thresholds, writeDraft } from './status-settings-draft.ts';

export function StatusSettingsScreen() {
  const t = useText();
  const query = useQuery(statusSettingsQuery);
  const form = (current: StatusSettings) => <SettingsForm current={current} />;
  return <SettingsFrame words={t.admin.rules} query={query} form={form} />;
}

function SettingsForm({ current }: { current: StatusSettings }) {
  const t = useText();
  const words = t.admin.rules;
  const save = useSetStatusSettings();
  const [draft, setDraft] = useState(() => writeDraft(current));
  const [fields, setFields] = useState<FieldTexts>({});

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = StatusSettings.safeParse(readDraft(draft), { reportInput: true });
    setFields(parsed.success ? {} : issueFields(parsed.error, t.problem));
    if (!parsed.success) return;
    save.mutate(parsed.data, {
      onSuccess: () => notifications.show({ message: words.saved }),
      onError: (error) => setFields(refusalFields(error, t.problem)),
    });
  };
  const input = (key: string, label: string, unit: string) => (
    <TextInput
      key={key}
      label={label}
      inputMode="numeric"
      className={css.figure}
      rightSection={
        <Text size="xs" c="dimmed">
          {unit}
        </Text>
      }
      rightSectionWidth={56}
      value={draft[key] ?? ''}
      error={fields[key]}
      onChange={(event) => setDraft({ ...draft, [key]: event.currentTarget.value })}
    />
  );

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <fieldset className={css.rules}>
          <legend>{words.age}</legend>
          <Text size="sm" c="dimmed">
            {words.ageHelp}
          </Text>
          {input('evidenceAgeMonths', words.ageLabel, words.months)}
        </fieldset>
        <fieldset className={css.rules}>
          <legend>{words.rsrp}</legend>
          <Text size="sm" c="dimmed">
            {words.rsrpHelp}
          </Text>
          <Group gap="sm" align="start">
            {thresholds.map((key) => input(key, words.thresholds[key], 'dBm'))}
          </Group>
        </fieldset>
        <fieldset className={css.rules}>
          <legend>{words.minimum}</legend>
          <Text size="sm" c="dimmed">
            {words.minimumHelp}
          </Text>
          {statuses.map((status) => (
            <div
              key={status}
              className={css.minimum}
              role="group"
              aria-label={t.status.names[status]}
            >
              <span className={css.minimumName}>
                <StatusSymbol status={status} />
                {t.status.names[status]}
              </span>
              {input(`minimum.${status}.reports`, words.reports, words.reportsUnit)}
              <span className={css.or}>{words.or}</span>
              {input(`minimum.${status}.measurements`, words.measurements, words.timesUnit)}
            </div>
          ))}
        </fieldset>
        {save.isError && Object.keys(fields).length === 0 && (
          <Note tone="error">{problemText(save.error, t.problem)}</Note>
        )}
        <Group justify="flex-end">
          <Button type="submit" loading={save.isPending}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
