// What every screen of dated settings has around its form: its title, since when the settings hold and by
// whom, and what stands there while they are loaded or cannot be.
import { Fragment, type ReactNode } from 'react';
import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Text, Title } from '@mantine/core';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDateTime } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import css from './admin.module.css';

type Dated<Settings> = {
  settings: Settings;
  changedAt: string | null;
  changedByName: string | null;
};

type Props<Settings> = {
  words: {
    title: string;
    intro: string;
    defaults: string;
    since: (when: string, name: string) => string;
  };
  query: UseQueryResult<Dated<Settings>>;
  /** Made anew when the settings have changed. */
  form: (current: Settings) => ReactNode;
  /** Between the title and the settings. */
  children?: ReactNode;
};

export function SettingsFrame<Settings>({ words, query, form, children }: Props<Settings>) {
  const t = useText();
  const { language } = useLanguage();
  return (
    <section className={`${css.screen} ${css.narrow}`}>
      <div>
        <Title order={1} size="h3">
          {words.title}
        </Title>
        <Text size="sm" c="dimmed" mt={4}>
          {words.intro}
        </Text>
      </div>
      {children}
      {query.isPending && <LoadingLines count={8} label={t.common.loading} />}
      {query.isError && (
        <Note tone="error" title={t.common.cannotLoad}>
          <Text size="sm">{problemText(query.error, t.problem)}</Text>
          <Button size="xs" variant="default" mt="xs" onClick={() => void query.refetch()}>
            {t.common.tryAgain}
          </Button>
        </Note>
      )}
      {query.isSuccess && (
        <>
          <Text size="sm">
            {query.data.changedAt === null
              ? words.defaults
              : words.since(
                  formatDateTime(query.data.changedAt, language),
                  query.data.changedByName ?? '',
                )}
          </Text>
          <Fragment key={query.data.changedAt ?? 'defaults'}>{form(query.data.settings)}</Fragment>
        </>
      )}
    </section>
  );
}
