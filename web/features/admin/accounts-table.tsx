// The table of accounts: dense rows, sticky head, sorting. It shows what it is given and filters nothing.
import { useMemo } from 'react';
import {
  createColumnHelper,
  createSortedRowModel,
  rowSortingFeature,
  sortFn_text,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import type { Account, Role } from '#contract/auth';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDateTime } from '../../lib/format.ts';
import { AccountActions, type AccountAction } from './account-actions.tsx';
import css from './accounts-table.module.css';

export type AccountState = 'active' | 'waiting' | 'disabled';

/** A row as it is shown: every cell in words, sorted as it reads. */
type Row = {
  account: Account;
  name: string;
  email: string;
  role: string;
  office: string;
  scope: string;
  lastSignIn: string;
  state: AccountState;
};

const features = tableFeatures({
  rowSortingFeature,
  sortedRowModel: createSortedRowModel(),
  sortFns: { text: sortFn_text },
});
const helper = createColumnHelper<typeof features, Row>();
const columns = helper.columns([
  helper.accessor('name', { sortFn: 'text' }),
  helper.accessor('email', { sortFn: 'text' }),
  helper.accessor('role', { sortFn: 'text' }),
  helper.accessor('office', { sortFn: 'text' }),
  helper.accessor('scope', { sortFn: 'text' }),
  helper.accessor((row) => row.account.lastSignInAt ?? '', { id: 'lastSignIn', sortFn: 'text' }),
  helper.accessor('state', { sortFn: 'text' }),
]);

export function accountState(account: Account): AccountState {
  if (account.disabledAt !== null) return 'disabled';
  return account.mustChangePassword ? 'waiting' : 'active';
}

type Props = {
  accounts: Account[];
  ownId: string | null;
  scopeOf: (account: Account) => string;
  onAction: (action: AccountAction, account: Account) => void;
};

export function AccountsTable({ accounts, ownId, scopeOf, onAction }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.admin.accounts;
  const roles: Record<Role, string> = t.admin.roles;

  const rows = useMemo(
    () =>
      accounts.map((account): Row => ({
        account,
        name: account.name,
        email: account.email,
        role: roles[account.role],
        office: account.office.name,
        scope: scopeOf(account),
        lastSignIn: account.lastSignInAt
          ? formatDateTime(account.lastSignInAt, language)
          : words.never,
        state: accountState(account),
      })),
    [accounts, roles, scopeOf, language, words],
  );

  const table = useTable({
    features,
    columns,
    data: rows,
    getRowId: (row) => row.account.id,
    enableSortingRemoval: false,
    initialState: { sorting: [{ id: 'name', desc: false }] },
  });
  const shown = table.getRowModel().rows;

  return (
    <div className={css.scroll} role="region" aria-label={words.title} tabIndex={0}>
      <table className={css.table}>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => {
                const order = header.column.getIsSorted();
                return (
                  <th
                    key={header.id}
                    scope="col"
                    aria-sort={
                      order === false ? 'none' : order === 'asc' ? 'ascending' : 'descending'
                    }
                  >
                    <button
                      type="button"
                      className={css.sort}
                      onClick={header.column.getToggleSortingHandler()}
                    >
                      {words[header.column.id as keyof Omit<Row, 'account'>]}
                      <span aria-hidden="true" className={css.order}>
                        {order === false ? '' : order === 'asc' ? '↑' : '↓'}
                      </span>
                    </button>
                  </th>
                );
              })}
              <th scope="col" className={css.actions} aria-label={words.actions} />
            </tr>
          ))}
        </thead>
        <tbody>
          {shown.map(({ original: row, id }) => (
            <tr key={id} data-disabled={row.state === 'disabled' || undefined}>
              <td className={css.name} title={row.name}>
                {row.name}
                {id === ownId && <span className={css.you}>{words.you}</span>}
              </td>
              <td title={row.email}>{row.email}</td>
              <td>{row.role}</td>
              <td title={row.office}>{row.office}</td>
              <td title={row.scope}>{row.scope}</td>
              <td className={css.figure}>{row.lastSignIn}</td>
              <td>
                <span className={css.state} data-state={row.state}>
                  {words[row.state]}
                </span>
              </td>
              <td className={css.actions}>
                <AccountActions account={row.account} onAction={onAction} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
