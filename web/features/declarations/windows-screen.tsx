// All declarations that one may see: open ones first, each with how far its operators have answered.
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { Role } from '#contract/auth';
import type { WindowSummary } from '#contract/declarations';
import { windowsQuery } from '../../api/declarations.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { WindowCard } from './window-card.tsx';
import css from './declarations.module.css';

type Props = {
  role: Role;
  onOpen: (id: string) => void;
  onNew: () => void;
};

export function WindowsScreen({ role, onOpen, onNew }: Props) {
  const t = useText();
  const words = t.declarations;
  const windows = useQuery(windowsQuery);
  const mayOpen = role === 'admin' || role === 'staff';
  const opener = mayOpen && <Button onClick={onNew}>{words.open}</Button>;
  const hint = mayOpen
    ? words.noneForStaff
    : role === 'liaison'
      ? words.noneForLiaison
      : words.noneForOthers;
  const section = (title: string, some: readonly WindowSummary[]) =>
    some.length > 0 && (
      <section className={css.section}>
        <h2 className={css.subtitle}>{title}</h2>
        <ul className={css.list}>
          {some.map((window) => (
            <li key={window.id}>
              <WindowCard window={window} onOpen={() => onOpen(window.id)} />
            </li>
          ))}
        </ul>
      </section>
    );
  return (
    <div className={css.page}>
      <header className={css.head}>
        <div>
          <h2 className={css.title}>{words.title}</h2>
          <p className={css.intro}>{words.intro}</p>
        </div>
        {opener}
      </header>
      {windows.isPending ? (
        <LoadingLines count={5} label={t.common.loading} />
      ) : windows.isError ? (
        <ErrorState
          title={words.window.failed}
          body={problemText(windows.error, t.problem)}
          retryLabel={t.common.tryAgain}
          onRetry={() => void windows.refetch()}
        />
      ) : windows.data.length === 0 ? (
        <EmptyState icon="commitments" title={words.none}>
          {hint}
        </EmptyState>
      ) : (
        <>
          {section(
            words.sections.open,
            windows.data.filter(({ isOpen }) => isOpen),
          )}
          {section(
            words.sections.closed,
            windows.data.filter(({ isOpen }) => !isOpen),
          )}
        </>
      )}
    </div>
  );
}
