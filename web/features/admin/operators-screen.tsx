// Operators and other providers: the table, and the dialogs that add, rename and record a takeover.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Group, Text, Title } from '@mantine/core';
import type { KeptOperator } from '#contract/operators';
import { keptOperatorsQuery } from '../../api/operators.ts';
import { useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import { OperatorDialog } from './operator-dialog.tsx';
import { OperatorsTable, type OperatorAction } from './operators-table.tsx';
import { SuccessionDialog } from './succession-dialog.tsx';
import css from './admin.module.css';

type Open = { kind: 'add' } | { kind: OperatorAction; operator: KeptOperator };

export function OperatorsScreen() {
  const t = useText();
  const words = t.operators;
  const list = useQuery(keptOperatorsQuery);
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const close = () => setOpen(null);
  const start = (next: Open) => {
    setDone(null);
    setOpen(next);
  };
  return (
    <section className={css.screen}>
      <Group justify="space-between" align="start" gap="sm" wrap="wrap">
        <div className={css.narrow}>
          <Title order={1} size="h3">
            {words.title}
          </Title>
          <Text size="sm" c="dimmed" mt={4}>
            {words.intro}
          </Text>
        </div>
        <Button size="sm" className={css.create} onClick={() => start({ kind: 'add' })}>
          {words.add}
        </Button>
      </Group>
      {done !== null && (
        <div role="status">
          <Note>{done}</Note>
        </div>
      )}
      {list.isPending && <LoadingLines count={5} label={t.common.loading} />}
      {list.isError && (
        <Note tone="error" title={t.common.cannotLoad}>
          <Text size="sm">{problemText(list.error, t.problem)}</Text>
          <Button size="xs" variant="default" mt="xs" onClick={() => void list.refetch()}>
            {t.common.tryAgain}
          </Button>
        </Note>
      )}
      {list.data && (
        <OperatorsTable
          operators={list.data}
          onAction={(kind, operator) => start({ kind, operator })}
        />
      )}
      {open?.kind === 'add' && <OperatorDialog operator={null} onClose={close} />}
      {open?.kind === 'edit' && <OperatorDialog operator={open.operator} onClose={close} />}
      {open?.kind === 'succeed' && (
        <SuccessionDialog
          operator={open.operator}
          operators={list.data ?? []}
          onClose={close}
          onDone={setDone}
        />
      )}
    </section>
  );
}
