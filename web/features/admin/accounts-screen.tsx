// Accounts: the table, and the dialogs that create, change, hand over and renew.
import { useCallback, useMemo, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import type { Account, HandedOut } from '#contract/auth';
import { accountsQuery, regencyNamesQuery } from '../../api/accounts.ts';
import { operatorsQuery } from '../../api/evidence.ts';
import { sessionQuery } from '../../api/session.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import type { AccountAction } from './account-actions.tsx';
import { AccountsTable } from './accounts-table.tsx';
import { CreateAccountDrawer } from './create-account-drawer.tsx';
import { EditAccountDialog } from './edit-account-dialog.tsx';
import { HandOverDialog } from './hand-over-dialog.tsx';
import { HandedOutDialog } from './handed-out-dialog.tsx';
import { RenewPasswordDialog } from './renew-password-dialog.tsx';
import { useToggleAccount } from './toggle-account.tsx';
import css from './admin.module.css';

type OpenDialog = { kind: Exclude<AccountAction, 'disable' | 'enable'>; account: Account };

/** What an office may see or edit, in words. */
function useScopeOf(accounts: Account[]) {
  const t = useText();
  const { data: operators } = useQuery(operatorsQuery);
  const codes = useMemo(
    () => [...new Set(accounts.flatMap(({ office }) => office.regencyCode ?? []))].sort(),
    [accounts],
  );
  const { data: regencies } = useQuery({
    ...regencyNamesQuery(codes),
    enabled: codes.length > 0,
  });
  return useCallback(
    ({ office }: Account): string => {
      if (office.regencyCode !== null) {
        const regency = regencies?.[office.regencyCode];
        return regency ? placeName(regency) : office.regencyCode;
      }
      if (office.operatorId !== null)
        return operators?.find(({ id }) => id === office.operatorId)?.name ?? office.operatorId;
      return t.admin.accounts.wholeProvince;
    },
    [regencies, operators, t],
  );
}

const none: Account[] = [];

export function AccountsScreen() {
  const t = useText();
  const words = t.admin.accounts;
  const list = useQuery(accountsQuery);
  const { data: session } = useQuery(sessionQuery);
  const accounts = list.data ?? none;
  const scopeOf = useScopeOf(accounts);
  const toggle = useToggleAccount();
  const [query, setQuery] = useState('');
  const [isCreating, setIsCreating] = useState(false);
  const [open, setOpen] = useState<OpenDialog | null>(null);
  const [handedOut, setHandedOut] = useState<HandedOut | null>(null);

  const act = (action: AccountAction, account: Account) => {
    if (action === 'disable' || action === 'enable') toggle(account, action === 'disable');
    else setOpen({ kind: action, account });
  };
  const close = () => setOpen(null);
  const showPassword = (answer: HandedOut) => {
    setOpen(null);
    setIsCreating(false);
    setHandedOut(answer);
  };

  const wanted = query.trim().toLowerCase();
  const shown = useMemo(
    () =>
      accounts.filter((account) =>
        [account.name, account.email, t.admin.roles[account.role], account.office.name]
          .concat(scopeOf(account))
          .some((word) => word.toLowerCase().includes(wanted)),
      ),
    [accounts, wanted, scopeOf, t],
  );

  return (
    <section className={css.screen}>
      <Group justify="space-between" gap="sm">
        <Group gap="sm" align="baseline">
          <Title order={1} size="h3">
            {words.title}
          </Title>
          {list.isSuccess && (
            <Text size="sm" c="dimmed" aria-live="polite">
              {words.count(shown.length, accounts.length)}
            </Text>
          )}
        </Group>
        <Group gap="xs" className={css.tools}>
          <TextInput
            className={css.search}
            type="search"
            size="sm"
            placeholder={words.search}
            aria-label={words.search}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <Button size="sm" className={css.create} onClick={() => setIsCreating(true)}>
            {words.create}
          </Button>
        </Group>
      </Group>

      {list.isPending && <LoadingLines count={8} label={t.common.loading} />}
      {list.isError && (
        <Note tone="error" title={t.common.cannotLoad}>
          <Text size="sm">{problemText(list.error, t.problem)}</Text>
          <Button size="xs" variant="default" mt="xs" onClick={() => void list.refetch()}>
            {t.common.tryAgain}
          </Button>
        </Note>
      )}
      {list.isSuccess && shown.length > 0 && (
        <AccountsTable
          accounts={shown}
          ownId={session?.account?.id ?? null}
          scopeOf={scopeOf}
          onAction={act}
        />
      )}
      {list.isSuccess && shown.length === 0 && (
        <Stack align="center" gap="xs" py={48}>
          <Text c="dimmed">{words.noneFound(query.trim())}</Text>
          <Button size="xs" variant="default" onClick={() => setQuery('')}>
            {words.clearSearch}
          </Button>
        </Stack>
      )}

      <CreateAccountDrawer
        opened={isCreating}
        onClose={() => setIsCreating(false)}
        onCreated={showPassword}
      />
      {open?.kind === 'edit' && <EditAccountDialog account={open.account} onClose={close} />}
      {open?.kind === 'handOver' && (
        <HandOverDialog account={open.account} onClose={close} onDone={showPassword} />
      )}
      {open?.kind === 'renewPassword' && (
        <RenewPasswordDialog account={open.account} onClose={close} onDone={showPassword} />
      )}
      {handedOut && <HandedOutDialog handedOut={handedOut} onClose={() => setHandedOut(null)} />}
    </section>
  );
}
