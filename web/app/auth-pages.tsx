// Signing in and the own password, with the way back to where one wanted to go.
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { PasswordScreen } from '../features/auth/password-screen.tsx';
import { SignInScreen } from '../features/auth/sign-in-screen.tsx';
import './mantine-parts.ts';

const signInApi = getRouteApi('/masuk');
const passwordApi = getRouteApi('/kata-sandi');

export function SignInPage() {
  const router = useRouter();
  const { kembali } = signInApi.useSearch();
  return <SignInScreen onSignedIn={() => router.history.replace(kembali ?? '/')} />;
}

export function PasswordPage() {
  const router = useRouter();
  const { kembali } = passwordApi.useSearch();
  const { data } = useQuery(sessionQuery);
  return (
    <PasswordScreen
      forced={data?.account?.mustChangePassword ?? false}
      onDone={() => router.history.replace(kembali ?? '/')}
    />
  );
}
