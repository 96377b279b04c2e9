// The signed-in person at the edge of the screen: who, where, which role, and the ways out.
import { useState } from 'react';
import { Button, Group, Menu, Modal, Text, UnstyledButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Account } from '#contract/auth';
import { useOutbox } from '../../api/outbox/use-outbox.ts';
import { useSignOut } from '../../api/session.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import css from './account-menu.module.css';

type Props = { account: Account; onSignedOut: () => void; onChangePassword: () => void };

/** First letters of the first and the last word of the name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => word?.charAt(0) ?? '')
    .join('')
    .toUpperCase();
}

export function AccountMenu({ account, onSignedOut, onChangePassword }: Props) {
  const t = useText();
  const signOut = useSignOut();
  const { unsentCount } = useOutbox();
  /** Where to sign out, once the person knows that reports wait here. */
  const [asked, setAsked] = useState<'here' | 'everywhere' | null>(null);

  const ask = (where: 'here' | 'everywhere') => {
    if (unsentCount > 0) setAsked(where);
    else leave(where);
  };
  const leave = (where: 'here' | 'everywhere') =>
    signOut.mutate(where, {
      onSuccess: () => {
        if (where === 'everywhere') notifications.show({ message: t.auth.signedOutEverywhere });
        onSignedOut();
      },
      onError: (error) =>
        notifications.show({
          color: 'red',
          title: t.auth.signOutFailed,
          message: problemText(error, t.problem),
        }),
    });

  return (
    <Menu position="right-end" width={264} shadow="md" withinPortal>
      <Menu.Target>
        <UnstyledButton className={css.target} aria-label={t.auth.accountMenu(account.name)}>
          <span className={css.avatar} aria-hidden="true">
            {initials(account.name)}
          </span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={css.head}>
          <Text size="md" fw={600} truncate>
            {account.name}
          </Text>
          <Text size="sm" c="dimmed" truncate>
            {account.email}
          </Text>
          <Text size="sm" mt={8}>
            {account.office.name}
          </Text>
          <Text size="sm" c="dimmed">
            {t.admin.roles[account.role]}
          </Text>
        </div>
        <Menu.Divider />
        <Menu.Item onClick={onChangePassword}>{t.auth.changePassword}</Menu.Item>
        <Menu.Item onClick={() => ask('here')} disabled={signOut.isPending}>
          {t.auth.signOut}
        </Menu.Item>
        <Menu.Item onClick={() => ask('everywhere')} disabled={signOut.isPending}>
          {t.auth.signOutEverywhere}
        </Menu.Item>
      </Menu.Dropdown>
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={<strong>{t.device.signOut.title}</strong>}
        closeButtonProps={{ 'aria-label': t.common.close }}
        centered
      >
        <Text size="sm">{t.device.signOut.body(unsentCount)}</Text>
        <Group justify="flex-end" gap="xs" mt="md">
          <Button
            variant="default"
            loading={signOut.isPending}
            onClick={() => asked && leave(asked)}
          >
            {t.device.signOut.leave}
          </Button>
          <Button data-autofocus onClick={() => setAsked(null)}>
            {t.device.signOut.stay}
          </Button>
        </Group>
      </Modal>
    </Menu>
  );
}
