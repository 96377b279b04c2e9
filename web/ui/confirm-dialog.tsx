// Asks before something that cannot be taken back; what it cannot do is said in it.
import type { ReactNode } from 'react';
import { Button, Group, Modal } from '@mantine/core';
import { Note } from './note.tsx';

type Props = {
  isOpen: boolean;
  title: string;
  body: ReactNode;
  /** What it does, on the button. */
  doLabel: string;
  cancelLabel: string;
  closeLabel: string;
  isBusy: boolean;
  /** Why it was not done; null: it was not tried, or is done. */
  failure: string | null;
  onDo: () => void;
  onClose: () => void;
};

export function ConfirmDialog(props: Props) {
  const { isOpen, title, body, doLabel, cancelLabel, closeLabel, isBusy, failure } = props;
  return (
    <Modal
      opened={isOpen}
      onClose={props.onClose}
      title={<strong>{title}</strong>}
      centered
      closeButtonProps={{ 'aria-label': closeLabel }}
    >
      <p style={{ margin: 0 }}>{body}</p>
      {failure !== null && <Note tone="error">{failure}</Note>}
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={props.onClose} data-autofocus>
          {cancelLabel}
        </Button>
        <Button color="red.9" loading={isBusy} onClick={props.onDo}>
          {doLabel}
        </Button>
      </Group>
    </Modal>
  );
}
