// A new account: the person, the role, and the office that outlives the person.
import { useState, type FormEvent } from 'react';
import { Button, Drawer, Group, Radio, Stack, TextInput } from '@mantine/core';
import { NewAccount, roles, type HandedOut, type Role } from '#contract/auth';
import { useCreateAccount } from '../../api/accounts.ts';
import { useText } from '../../i18n/text.tsx';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { emptyOffice, officeChoice, OfficeFields } from './office-fields.tsx';
import css from './admin.module.css';

type Props = { opened: boolean; onClose: () => void; onCreated: (answer: HandedOut) => void };

export function CreateAccountDrawer({ opened, onClose, onCreated }: Props) {
  const t = useText();
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      title={<span className={css.dialogTitle}>{t.admin.create.title}</span>}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      {/* Mounted only while open, so that each new account starts empty. */}
      <CreateAccountForm onClose={onClose} onCreated={onCreated} />
    </Drawer>
  );
}

function CreateAccountForm({ onClose, onCreated }: Omit<Props, 'opened'>) {
  const t = useText();
  const words = t.admin.create;
  const create = useCreateAccount();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role | null>(null);
  const [office, setOffice] = useState(emptyOffice);
  const [fields, setFields] = useState<FieldTexts>({});

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = { name, email, role: role ?? undefined, office: officeChoice(office, role) };
    const parsed = NewAccount.safeParse(input, { reportInput: true });
    const texts = parsed.success ? {} : issueFields(parsed.error, t.problem);
    if (office.mode === 'new') {
      // A union's issues do not reach the field: said here.
      delete texts['office'];
      if (office.name.trim() === '')
        texts['office.name'] = t.problem.fields['office.name.required'];
      if (role === 'regency' && office.regencyCode === null)
        texts['office.regencyCode'] = t.problem.fields['office.regencyCode.required_for_role'];
      if (role === 'liaison' && office.operatorId === null)
        texts['office.operatorId'] = t.problem.fields['office.operatorId.required_for_role'];
    } else if (office.id === null) texts['office'] = t.problem.codes.required;
    setFields(texts);
    if (!parsed.success || Object.keys(texts).length > 0) return;
    create.mutate(parsed.data, {
      onSuccess: onCreated,
      onError: (error) => setFields(refusalFields(error, t.problem)),
    });
  };

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {create.isError && Object.keys(fields).length === 0 && (
          <Note tone="error">{problemText(create.error, t.problem)}</Note>
        )}
        <TextInput
          label={words.name}
          data-autofocus
          autoComplete="off"
          value={name}
          error={fields['name']}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={words.email}
          type="email"
          placeholder={t.auth.emailExample}
          autoComplete="off"
          value={email}
          error={fields['email']}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <Radio.Group
          label={words.role}
          value={role}
          error={fields['role']}
          onChange={(value) => setRole(roles.find((known) => known === value) ?? null)}
        >
          <Stack gap={10} mt={6}>
            {roles.map((value) => (
              <Radio
                key={value}
                value={value}
                label={t.admin.roles[value]}
                description={t.admin.roleMay[value]}
              />
            ))}
          </Stack>
        </Radio.Group>
        <OfficeFields role={role} value={office} onChange={setOffice} fields={fields} />
        <Group justify="flex-end" gap="xs" mt="xs">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t.common.cancel}
          </Button>
          <Button type="submit" loading={create.isPending}>
            {words.submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
