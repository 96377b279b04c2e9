// Choosing an own password: forced at the first sign-in, or by wish.
import { useState, type FormEvent } from 'react';
import { Button, Group, PasswordInput, Stack, Text, Title } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { PasswordChange } from '#contract/auth';
import { useChangePassword } from '../../api/session.ts';
import { useText } from '../../i18n/text.tsx';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { AuthCard } from './auth-card.tsx';

type Props = {
  /** True at the first sign-in: nothing else is open until it is done. */
  forced: boolean;
  /** Called when it is changed, and when a person who was not forced turns back. */
  onDone: () => void;
};

export function PasswordScreen({ forced, onDone }: Props) {
  const t = useText();
  const change = useChangePassword();
  const [values, setValues] = useState({ currentPassword: '', newPassword: '', repeated: '' });
  const [fields, setFields] = useState<FieldTexts>({});

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = PasswordChange.safeParse(values, { reportInput: true });
    const texts = parsed.success ? {} : issueFields(parsed.error, t.problem);
    if (values.newPassword !== values.repeated) texts['repeated'] = t.auth.repeatDiffers;
    setFields(texts);
    if (!parsed.success || Object.keys(texts).length > 0) return;
    change.mutate(parsed.data, {
      onSuccess: () => {
        notifications.show({ message: t.auth.passwordSaved });
        onDone();
      },
      onError: (error) => setFields(refusalFields(error, t.problem)),
    });
  };

  const field = (name: keyof typeof values) => ({
    name,
    size: 'md' as const,
    value: values[name],
    error: fields[name],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setValues((before) => ({ ...before, [name]: value }));
    },
    visibilityToggleButtonProps: { 'aria-label': t.auth.show, tabIndex: 0 },
  });

  return (
    <AuthCard>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Title order={1} size="h4">
            {forced ? t.auth.firstPasswordTitle : t.auth.passwordTitle}
          </Title>
          <Text size="sm" c="dimmed">
            {forced ? t.auth.firstPasswordWhy : t.auth.otherSessionsEnd}
          </Text>
          {change.isError && Object.keys(fields).length === 0 && (
            <Note tone="error">{problemText(change.error, t.problem)}</Note>
          )}
          <PasswordInput
            {...field('currentPassword')}
            label={forced ? t.auth.handedOutPassword : t.auth.currentPassword}
            autoComplete="current-password"
            autoFocus
          />
          <PasswordInput
            {...field('newPassword')}
            label={t.auth.newPassword}
            description={t.auth.newPasswordHelp}
            autoComplete="new-password"
          />
          <PasswordInput
            {...field('repeated')}
            label={t.auth.repeatPassword}
            autoComplete="new-password"
          />
          <Group justify="flex-end" gap="xs">
            {!forced && (
              <Button variant="subtle" color="gray" size="md" onClick={onDone}>
                {t.common.cancel}
              </Button>
            )}
            <Button type="submit" size="md" fullWidth={forced} loading={change.isPending}>
              {t.auth.passwordSave}
            </Button>
          </Group>
        </Stack>
      </form>
    </AuthCard>
  );
}
