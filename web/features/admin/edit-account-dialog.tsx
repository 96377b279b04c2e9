// Changing an account's name or role; a change by someone else in between is told, not overwritten.
import { useState, type FormEvent } from 'react';
import { Button, Group, Modal, Select, Stack, TextInput } from '@mantine/core';
import { Account, AccountChange, roles } from '#contract/auth';
import { useChangeAccount } from '../../api/accounts.ts';
import { useText } from '../../i18n/text.tsx';
import {
  issueFields,
  problemText,
  refusalFields,
  storedVersion,
  type FieldTexts,
} from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import css from './admin.module.css';

export function EditAccountDialog({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useText();
  const words = t.admin.edit;
  const change = useChangeAccount();
  const [base, setBase] = useState(account);
  const [name, setName] = useState(account.name);
  const [role, setRole] = useState<string | null>(account.role);
  const [fields, setFields] = useState<FieldTexts>({});

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = AccountChange.safeParse({ name, role }, { reportInput: true });
    setFields(parsed.success ? {} : issueFields(parsed.error, t.problem));
    if (!parsed.success) return;
    change.mutate(
      { id: base.id, version: base.version, change: parsed.data },
      {
        onSuccess: onClose,
        onError: (error) => {
          const stored = storedVersion(error, Account);
          if (stored) {
            setBase(stored);
            setName(stored.name);
            setRole(stored.role);
          }
          const texts = refusalFields(error, t.problem);
          // The role asks for an office this account does not belong to.
          const hasWrongOffice = Object.keys(texts).some((field) => field.startsWith('office.'));
          setFields(hasWrongOffice ? { role: words.roleNeedsOffice } : texts);
        },
      },
    );
  };

  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t.common.close }}
      title={<span className={css.dialogTitle}>{words.title(base.name)}</span>}
      centered
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {change.isError && Object.keys(fields).length === 0 && (
            <Note tone="error">{problemText(change.error, t.problem)}</Note>
          )}
          <TextInput
            label={t.admin.create.name}
            data-autofocus
            value={name}
            error={fields['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Select
            label={t.admin.create.role}
            data={roles.map((value) => ({ value, label: t.admin.roles[value] }))}
            value={role}
            onChange={setRole}
            allowDeselect={false}
            error={fields['role']}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={change.isPending}>
              {words.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
