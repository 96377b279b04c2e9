// The basemap: built in, a PMTiles file on the server, or online tiles, each with what it means offline.
import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { Basemap } from '#contract/regions';
import { useSetBasemap } from '../../api/basemap.ts';
import { mapQuery } from '../../api/map.ts';
import { useText } from '../../i18n/text.tsx';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import css from './admin.module.css';
import { PmtilesFields, RasterFields, type BasemapDraft } from './basemap-fields.tsx';

const kinds = ['builtin', 'pmtiles', 'raster'] as const;

function draftOf(basemap: Basemap): BasemapDraft {
  const empty = { file: null, urlTemplate: '', attribution: '' };
  return { ...empty, ...basemap };
}

export function BasemapScreen() {
  const t = useText();
  const map = useQuery(mapQuery);
  return (
    <section className={`${css.screen} ${css.narrow}`}>
      <div>
        <Title order={1} size="h3">
          {t.admin.basemap.title}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          {t.admin.basemap.intro}
        </Text>
      </div>
      {map.isPending && <LoadingLines count={8} label={t.common.loading} />}
      {map.isError && (
        <Note tone="error" title={t.common.cannotLoad}>
          <Text size="sm">{problemText(map.error, t.problem)}</Text>
          <Button size="xs" variant="default" mt="xs" onClick={() => void map.refetch()}>
            {t.common.tryAgain}
          </Button>
        </Note>
      )}
      {map.isSuccess && <BasemapForm current={map.data.basemap} />}
    </section>
  );
}

function BasemapForm({ current }: { current: Basemap }) {
  const t = useText();
  const words = t.admin.basemap;
  const save = useSetBasemap();
  const [draft, setDraft] = useState(() => draftOf(current));
  const [fields, setFields] = useState<FieldTexts>({});

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = Basemap.safeParse(draft, { reportInput: true });
    setFields(parsed.success ? {} : issueFields(parsed.error, t.problem));
    if (!parsed.success) return;
    save.mutate(parsed.data, {
      onSuccess: () => notifications.show({ message: words.saved }),
      onError: (error) => setFields(refusalFields(error, t.problem)),
    });
  };

  const help = {
    builtin: words.builtinHelp,
    pmtiles: words.pmtilesHelp,
    raster: words.rasterHelp,
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm" role="radiogroup" aria-label={words.title}>
        {kinds.map((kind) => (
          <div key={kind} className={css.choice} data-chosen={draft.kind === kind || undefined}>
            <input
              type="radio"
              name="basemap"
              id={`basemap-${kind}`}
              aria-describedby={`basemap-${kind}-help`}
              checked={draft.kind === kind}
              onChange={() => {
                setFields({});
                setDraft({ ...draft, kind });
              }}
            />
            <label className={css.choiceName} htmlFor={`basemap-${kind}`}>
              {words[kind]}
            </label>
            {current.kind === kind && <span className={css.inUse}>{words.inUse}</span>}
            <div className={css.choiceBody}>
              <Text size="sm" c="dimmed" id={`basemap-${kind}-help`}>
                {help[kind]}
              </Text>
              {draft.kind === kind && kind === 'pmtiles' && (
                <PmtilesFields draft={draft} onChange={setDraft} fields={fields} />
              )}
              {draft.kind === kind && kind === 'raster' && (
                <RasterFields draft={draft} onChange={setDraft} fields={fields} />
              )}
            </div>
          </div>
        ))}
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
