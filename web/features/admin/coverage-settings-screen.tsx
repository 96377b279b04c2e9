// The rules of coverage: how far antennas reach where nobody says it, when a village counts as covered,
// whether hills are considered.
import { useState, type FormEvent, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { CoverageSettings } from '#contract/coverage';
import { coverageSettingsQuery, useSetCoverageSettings } from '../../api/coverage.ts';
import { useText } from '../../i18n/text.tsx';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { readDraft, writeDraft, type CoverageDraft } from './coverage-settings-draft.ts';
import { ReachTable } from './reach-table.tsx';
import { TerrainFields } from './terrain-fields.tsx';
import css from './admin.module.css';
import { SettingsFrame } from './settings-frame.tsx';
import own from './coverage-settings.module.css';

/** `progress`: how far the work is that a change sets off. */
export function CoverageSettingsScreen({ progress }: { progress: ReactNode }) {
  const t = useText();
  const query = useQuery(coverageSettingsQuery);
  const form = (current: CoverageSettings) => <SettingsForm current={current} />;
  return (
    <SettingsFrame words={t.coverageTables.settings} query={query} form={form}>
      {progress}
    </SettingsFrame>
  );
}

type TextKey = 'defaultRadiusKm' | 'villagePercent' | 'antennaHeightM' | 'receiverHeightM';

function SettingsForm({ current }: { current: CoverageSettings }) {
  const t = useText();
  const words = t.coverageTables.settings;
  const save = useSetCoverageSettings();
  const [draft, setDraft] = useState<CoverageDraft>(() => writeDraft(current));
  const [fields, setFields] = useState<FieldTexts>({});
  const change = (next: CoverageDraft) => {
    setDraft(next);
    // A line that moved takes its words with it only after the next try.
    setFields({});
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = CoverageSettings.safeParse(readDraft(draft), { reportInput: true });
    setFields(parsed.success ? {} : issueFields(parsed.error, t.problem));
    if (!parsed.success) return;
    save.mutate(parsed.data, {
      onSuccess: () => notifications.show({ message: words.saved }),
      onError: (error) => setFields(refusalFields(error, t.problem)),
    });
  };
  const input = (key: TextKey, field: string, label: string, unit: string) => (
    <TextInput
      label={label}
      inputMode="decimal"
      className={css.figure}
      rightSection={
        <Text size="xs" c="dimmed">
          {unit}
        </Text>
      }
      rightSectionWidth={56}
      value={draft[key]}
      error={fields[field]}
      onChange={(event) => change({ ...draft, [key]: event.currentTarget.value })}
    />
  );
  const group = (title: string, help: string, body: ReactNode) => (
    <fieldset className={css.rules}>
      <legend>{title}</legend>
      {help !== '' && (
        <Text size="sm" c="dimmed">
          {help}
        </Text>
      )}
      {body}
    </fieldset>
  );
  return (
    <form className={own.form} onSubmit={submit} noValidate>
      <Stack gap="lg">
        {group(
          words.reach,
          words.reachHelp,
          <>
            <ReachTable draft={draft} fields={fields} onChange={change} />
            {input('defaultRadiusKm', 'defaultRadiusM', words.otherwise, 'km')}
            <Text size="xs" c="dimmed">
              {words.otherwiseHelp}
            </Text>
          </>,
        )}
        {group(
          words.village,
          words.villageHelp,
          input('villagePercent', 'villageFraction', words.villageLabel, words.villageUnit),
        )}
        {group(
          words.heights,
          words.heightsHelp,
          <Group gap="sm" align="start">
            {input('antennaHeightM', 'antennaHeightM', words.antenna, 'm')}
            {input('receiverHeightM', 'receiverHeightM', words.receiver, 'm')}
          </Group>,
        )}
        {group(
          words.terrain,
          '',
          <TerrainFields
            cutsByTerrain={draft.cutsByTerrain}
            onChange={(cutsByTerrain) => change({ ...draft, cutsByTerrain })}
          />,
        )}
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
