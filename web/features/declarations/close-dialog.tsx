// Closing a declaration before its day: it is asked first, for it cannot be opened again.
import { Button, Group, Modal, Stack } from '@mantine/core';
import type { WindowSummary } from '#contract/declarations';
import { useCloseWindow } from '../../api/declarations.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import page from './declarations.module.css';

type Props = { window: WindowSummary; onClose: () => void };

export function CloseDialog({ window, onClose }: Props) {
  const t = useText();
  const words = t.declarations.window;
  const close = useCloseWindow();
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t.common.close }}
      title={<strong>{words.closeTitle}</strong>}
      centered
    >
      <Stack gap="md">
        <p className={page.hint}>{words.closeBody}</p>
        {close.isError && (
          <Note tone="error" title={words.notSaved}>
            {problemText(close.error, t.problem)}
          </Note>
        )}
        <Group gap="xs">
          <Button
            loading={close.isPending}
            onClick={() => close.mutate(window.id, { onSuccess: onClose })}
          >
            {words.closeYes}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {words.cancel}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
