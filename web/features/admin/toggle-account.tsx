// Disabling and enabling an account at once, with a way back in the toast instead of a question before.
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Account } from '#contract/auth';
import { useChangeAccount } from '../../api/accounts.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';

const undoForMs = 10_000;

export function useToggleAccount(): (account: Account, disabled: boolean) => void {
  const t = useText();
  const change = useChangeAccount();
  const words = t.admin.accounts;

  const toggle = (account: Account, disabled: boolean, isUndo = false) =>
    change.mutate(
      { id: account.id, version: account.version, change: { disabled } },
      {
        onSuccess: (changed) => {
          const toast = `account-${account.id}`;
          notifications.hide(toast);
          notifications.show({
            id: toast,
            autoClose: isUndo ? 4000 : undoForMs,
            message: (
              <Group justify="space-between" gap="sm" wrap="nowrap">
                <span>
                  {disabled ? words.disabledNow(account.name) : words.enabledNow(account.name)}
                </span>
                {!isUndo && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    onClick={() => toggle(changed, !disabled, true)}
                  >
                    {words.undo}
                  </Button>
                )}
              </Group>
            ),
          });
        },
        onError: (error) =>
          notifications.show({
            color: 'red',
            title: words.failed,
            message: problemText(error, t.problem),
          }),
      },
    );

  return (account, disabled) => toggle(account, disabled);
}
