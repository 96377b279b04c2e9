// Signing in and the own password, with the way back to where one wanted to go.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { getRouteApi, useRouter } from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { PasswordScreen } from '../features/auth/password-screen.tsx';
import { SignInScreen } from '../features/auth/sign-in-screen.tsx';
import './mantine-parts.ts';
import { homeOf } from './roles.ts';

const signInApi = getRouteApi('/masuk');
const passwordApi = getRouteApi('/kata-sandi');

export function SignInPage() {
  const router = useRouter();
  const client = useQueryClient();
  const { kembali } = signInApi.useSearch();
  // Who it is has just been put into the cache, after this was drawn.
  const goOn = () => {
    const account = client.getQueryData(sessionQuery.queryKey)?.account;
    router.history.replace(kembali ?? homeOf(account));
  };
  return <SignInScreen onSignedIn={goOn} />;
}

export function PasswordPage() {
  const router = useRouter();
  const { kembali } = passwordApi.useSearch();
  const { data } = useQuery(sessionQuery);
  return (
    <PasswordScreen
      forced={data?.account?.mustChangePassword ?? false}
      onDone={() => router.history.replace(kembali ?? homeOf(data?.account))}
    />
  );
}
