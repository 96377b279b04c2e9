// Handing an account over: the office and its history stay, the person changes.
import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { HandOver, type Account, type HandedOut } from '#contract/auth';
import { useHandOver } from '../../api/accounts.ts';
import { openWorkQuery } from '../../api/work.ts';
import { useText } from '../../i18n/text.tsx';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { openParts } from '../../lib/open-work.ts';
import { Note } from '../../ui/note.tsx';
import css from './admin.module.css';

type Props = { account: Account; onClose: () => void; onDone: (answer: HandedOut) => void };

export function HandOverDialog({ account, onClose, onDone }: Props) {
  const t = useText();
  const words = t.admin.handOver;
  const handOver = useHandOver();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [fields, setFields] = useState<FieldTexts>({});

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = HandOver.safeParse({ name, email }, { reportInput: true });
    setFields(parsed.success ? {} : issueFields(parsed.error, t.problem));
    if (!parsed.success) return;
    handOver.mutate(
      { id: account.id, successor: parsed.data },
      {
        onSuccess: onDone,
        onError: (error) => setFields(refusalFields(error, t.problem)),
      },
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t.common.close }}
      title={<span className={css.dialogTitle}>{words.title(account.name)}</span>}
      centered
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm">{words.explain(account.name, account.office.name)}</Text>
          <OpenWork officeId={account.office.id} />
          {handOver.isError && Object.keys(fields).length === 0 && (
            <Note tone="error">{problemText(handOver.error, t.problem)}</Note>
          )}
          <TextInput
            label={words.successorName}
            data-autofocus
            value={name}
            error={fields['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            label={words.successorEmail}
            type="email"
            placeholder={t.auth.emailExample}
            autoComplete="off"
            value={email}
            error={fields['email']}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={handOver.isPending}>
              {words.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** What the successor finds in the office; the hand-over does not wait for it. */
function OpenWork({ officeId }: { officeId: number }) {
  const words = useText().work.handOver;
  const { data, isPending } = useQuery(openWorkQuery(officeId));
  if (isPending) return <Text size="sm">{words.counting}</Text>;
  if (!data) return null;
  const parts = openParts(data, words);
  const { officeName } = data;
  return (
    <Note>{parts === '' ? words.beforeNothing(officeName) : words.before(officeName, parts)}</Note>
  );
}
