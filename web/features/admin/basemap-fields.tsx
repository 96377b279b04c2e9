// What a PMTiles file and an online map need to be told.
import { useQuery } from '@tanstack/react-query';
import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import { basemapFilesQuery } from '../../api/basemap.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText, type FieldTexts } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';

/** All three forms at once, so that looking at another one loses nothing typed. */
export type BasemapDraft = {
  kind: 'builtin' | 'pmtiles' | 'raster';
  file: string | null;
  urlTemplate: string;
  attribution: string;
};

type Props = {
  draft: BasemapDraft;
  onChange: (draft: BasemapDraft) => void;
  fields: FieldTexts;
};

export function PmtilesFields({ draft, onChange, fields }: Props) {
  const t = useText();
  const words = t.admin.basemap;
  const files = useQuery(basemapFilesQuery);
  const isEmpty = files.isSuccess && files.data.length === 0;
  return (
    <Stack gap="sm" mt="sm">
      {isEmpty || files.isError ? (
        <Note>
          <Group justify="space-between" gap="sm">
            <Text size="sm">
              {files.isError ? problemText(files.error, t.problem) : words.noFiles}
            </Text>
            <Button
              size="xs"
              variant="default"
              loading={files.isFetching}
              onClick={() => void files.refetch()}
            >
              {words.lookAgain}
            </Button>
          </Group>
          {fields['file'] !== undefined && (
            <Text size="sm" c="var(--mantine-color-error)" mt="xs" role="alert">
              {fields['file']}
            </Text>
          )}
        </Note>
      ) : (
        <Select
          label={words.file}
          description={words.fileHelp}
          data={files.data ?? []}
          disabled={files.isPending}
          value={draft.file}
          error={fields['file']}
          onChange={(file) => onChange({ ...draft, file })}
        />
      )}
      <AttributionField draft={draft} onChange={onChange} fields={fields} />
    </Stack>
  );
}

export function RasterFields({ draft, onChange, fields }: Props) {
  const t = useText();
  const words = t.admin.basemap;
  return (
    <Stack gap="sm" mt="sm">
      <Note tone="warning">{words.rasterOffline}</Note>
      <TextInput
        label={words.url}
        type="url"
        spellCheck={false}
        autoCapitalize="none"
        placeholder="https://tile.contoh.id/{z}/{x}/{y}.png"
        value={draft.urlTemplate}
        error={fields['urlTemplate']}
        onChange={(event) => onChange({ ...draft, urlTemplate: event.currentTarget.value.trim() })}
      />
      <AttributionField draft={draft} onChange={onChange} fields={fields} />
    </Stack>
  );
}

function AttributionField({ draft, onChange, fields }: Props) {
  const t = useText();
  return (
    <TextInput
      label={t.admin.basemap.attribution}
      description={t.admin.basemap.attributionHelp}
      maxLength={300}
      value={draft.attribution}
      error={fields['attribution']}
      onChange={(event) => onChange({ ...draft, attribution: event.currentTarget.value })}
    />
  );
}
