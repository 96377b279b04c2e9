// Signing in: one card, errors in words, a countdown while the account is locked.
import { useRef, useState, type FormEvent } from 'react';
import { Button, PasswordInput, TextInput } from '@mantine/core';
import { SignIn } from '#contract/auth';
import { useSignIn } from '../../api/session.ts';
import { useText } from '../../i18n/text.tsx';
import {
  issueFields,
  problemText,
  refusalFields,
  retryAfterS,
  type FieldTexts,
} from '../../lib/problems.ts';
import { AuthCard } from './auth-card.tsx';
import { minutesAndSeconds, useSecondsUntil } from '../../lib/countdown.ts';
import { Note } from '../../ui/note.tsx';
import css from './sign-in-screen.module.css';

export function SignInScreen({ onSignedIn }: { onSignedIn: () => void }) {
  const t = useText();
  const signIn = useSignIn();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const [fields, setFields] = useState<FieldTexts>({});
  const [lockedUntil, setLockedUntil] = useState<number | null>(null);
  const lockedForS = useSecondsUntil(lockedUntil);
  const emailInput = useRef<HTMLInputElement>(null);
  const passwordInput = useRef<HTMLInputElement>(null);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (lockedForS > 0 || signIn.isPending) return;
    const parsed = SignIn.safeParse({ email, password }, { reportInput: true });
    if (!parsed.success) {
      const texts = issueFields(parsed.error, t.problem);
      setFields(texts);
      (texts['email'] === undefined ? passwordInput : emailInput).current?.focus();
      return;
    }
    setFields({});
    signIn.mutate(parsed.data, {
      onSuccess: onSignedIn,
      onError: (error) => {
        const waitS = retryAfterS(error);
        setLockedUntil(waitS > 0 ? Date.now() + waitS * 1000 : null);
        setFields(refusalFields(error, t.problem));
        passwordInput.current?.select();
      },
    });
  };

  const isLocked = lockedForS > 0;
  const hasEnded = lockedUntil !== null && !isLocked;
  return (
    <AuthCard>
      <form className={css.fields} onSubmit={submit} noValidate>
        {isLocked && (
          <Note tone="warning" title={t.auth.lockedTitle}>
            <span aria-hidden="true">{t.auth.lockedFor(minutesAndSeconds(lockedForS))}</span>
          </Note>
        )}
        {signIn.isError && !isLocked && !hasEnded && Object.keys(fields).length === 0 && (
          <Note tone="error">{problemText(signIn.error, t.problem)}</Note>
        )}
        <TextInput
          ref={emailInput}
          label={t.auth.email}
          placeholder={t.auth.emailExample}
          type="email"
          name="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          size="md"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
          error={fields['email']}
        />
        <PasswordInput
          ref={passwordInput}
          label={t.auth.password}
          name="password"
          autoComplete="current-password"
          size="md"
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          error={fields['password']}
          visibilityToggleButtonProps={{ 'aria-label': t.auth.show, tabIndex: 0 }}
        />
        <Button type="submit" size="md" fullWidth loading={signIn.isPending} disabled={isLocked}>
          {isLocked ? minutesAndSeconds(lockedForS) : t.auth.signIn}
        </Button>
      </form>
      <p className={css.foot}>{t.auth.noAccount}</p>
    </AuthCard>
  );
}
