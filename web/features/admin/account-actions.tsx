// The menu at the end of an account's row.
import { ActionIcon, Menu } from '@mantine/core';
import type { Account } from '#contract/auth';
import { useText } from '../../i18n/text.tsx';

export type AccountAction = 'edit' | 'handOver' | 'renewPassword' | 'disable' | 'enable';

type Props = {
  account: Account;
  onAction: (action: AccountAction, account: Account) => void;
};

export function AccountActions({ account, onAction }: Props) {
  const t = useText();
  const words = t.admin.accounts;
  const actions: AccountAction[] =
    account.disabledAt === null
      ? ['edit', 'renewPassword', 'handOver', 'disable']
      : ['edit', 'enable'];
  return (
    <Menu position="bottom-end" shadow="md" withinPortal>
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={words.actionsFor(account.name)}>
          <svg width="16" height="16" viewBox="0 0 16 16" fill="currentColor" aria-hidden="true">
            <circle cx="3" cy="8" r="1.4" />
            <circle cx="8" cy="8" r="1.4" />
            <circle cx="13" cy="8" r="1.4" />
          </svg>
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {actions.map((action) => (
          <Menu.Item key={action} onClick={() => onAction(action, account)}>
            {words[action]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
