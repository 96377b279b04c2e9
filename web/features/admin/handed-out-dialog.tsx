// The handed-out password, shown once; closing it takes a deliberate click.
import { Button, CopyButton, Group, Modal, Stack, Text } from '@mantine/core';
import type { HandedOut } from '#contract/auth';
import { useText } from '../../i18n/text.tsx';
import css from './admin.module.css';

export function HandedOutDialog({
  handedOut,
  onClose,
}: {
  handedOut: HandedOut;
  onClose: () => void;
}) {
  const t = useText();
  const words = t.admin.handedOut;
  const { account, password } = handedOut;
  return (
    <Modal
      opened
      onClose={onClose}
      title={<span className={css.dialogTitle}>{words.title}</span>}
      centered
      closeOnClickOutside={false}
      closeOnEscape={false}
      withCloseButton={false}
    >
      <Stack gap="md">
        <Text size="sm">{words.explain(account.name)}</Text>
        <div>
          <Text size="sm" c="dimmed" mb={4}>
            {words.email}
          </Text>
          <div className={css.secret}>{account.email}</div>
        </div>
        <div>
          <Text size="sm" c="dimmed" mb={4}>
            {words.password}
          </Text>
          <div className={css.secretRow}>
            <div className={css.secret}>{password}</div>
            <CopyButton value={password}>
              {({ copied, copy }) => (
                <Button variant="default" className={css.copy} onClick={copy} data-autofocus>
                  {copied ? words.copied : words.copy}
                </Button>
              )}
            </CopyButton>
          </div>
        </div>
        <Group justify="space-between" gap="xs">
          <CopyButton value={`${account.email}\n${password}`}>
            {({ copied, copy }) => (
              <Button variant="default" onClick={copy}>
                {copied ? words.copied : words.copyBoth}
              </Button>
            )}
          </CopyButton>
          <Button onClick={onClose}>{words.done}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
