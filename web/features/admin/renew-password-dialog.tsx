// A new handed-out password: said beforehand, for all the person's devices are signed out.
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { Account, HandedOut } from '#contract/auth';
import { useRenewPassword } from '../../api/accounts.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import css from './admin.module.css';

type Props = { account: Account; onClose: () => void; onDone: (answer: HandedOut) => void };

export function RenewPasswordDialog({ account, onClose, onDone }: Props) {
  const t = useText();
  const renew = useRenewPassword();
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t.common.close }}
      title={<span className={css.dialogTitle}>{t.admin.renew.title(account.name)}</span>}
      centered
    >
      <Stack gap="md">
        <Text size="sm">{t.admin.renew.explain}</Text>
        {renew.isError && <Note tone="error">{problemText(renew.error, t.problem)}</Note>}
        <Group justify="flex-end" gap="xs">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button
            data-autofocus
            loading={renew.isPending}
            onClick={() => renew.mutate(account.id, { onSuccess: onDone })}
          >
            {t.admin.renew.submit}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
