// Changing an open declaration: its name, its note, and until when it can be answered.
import { useState, type FormEvent } from 'react';
import { Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { WindowChange, type WindowSummary } from '#contract/declarations';
import { useChangeWindow } from '../../api/declarations.ts';
import { useText } from '../../i18n/text.tsx';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { todayHere } from '../../lib/today.ts';
import { Note } from '../../ui/note.tsx';

type Props = { window: WindowSummary; onClose: () => void };

export function ChangeDialog({ window, onClose }: Props) {
  const t = useText();
  const words = t.declarations;
  const [title, setTitle] = useState(window.title);
  const [note, setNote] = useState(window.note);
  const [closesOn, setClosesOn] = useState(window.closesOn);
  const [fields, setFields] = useState<FieldTexts>({});
  const change = useChangeWindow();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = WindowChange.safeParse({ title, note, closesOn }, { reportInput: true });
    setFields(parsed.success ? {} : issueFields(parsed.error, t.problem));
    if (!parsed.success) return;
    change.mutate(
      { id: window.id, version: window.version, change: parsed.data },
      { onSuccess: onClose, onError: (error) => setFields(refusalFields(error, t.problem)) },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t.common.close }}
      title={<strong>{words.window.editTitle}</strong>}
      centered
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput
            label={words.form.name}
            data-autofocus
            value={title}
            maxLength={160}
            error={fields['title']}
            onChange={(event) => setTitle(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={words.form.closesOn}
            value={closesOn}
            min={todayHere()}
            error={fields['closesOn']}
            onChange={(event) => setClosesOn(event.currentTarget.value)}
          />
          <Textarea
            label={words.form.note}
            autosize
            minRows={2}
            maxRows={6}
            maxLength={2000}
            value={note}
            error={fields['note']}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
          {change.isError && Object.keys(fields).length === 0 && (
            <Note tone="error" title={words.window.notSaved}>
              {problemText(change.error, t.problem)}
            </Note>
          )}
          <Group gap="xs">
            <Button type="submit" loading={change.isPending}>
              {words.window.save}
            </Button>
            <Button variant="subtle" color="gray" onClick={onClose}>
              {words.window.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
