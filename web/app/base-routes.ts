// The addresses under which everything else lies: signing in, the own password, and the guard of what needs
// an account. The addresses themselves are in router.tsx.
import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { sessionQuery } from '../api/session.ts';
import { homeOf } from './roles.ts';

export type RouterContext = { client: QueryClient };

export const rootRoute = createRootRouteWithContext<RouterContext>()({ component: Outlet });

type BackSearch = { kembali?: string };

/** Only addresses of this app: `/…`, never `//elsewhere`. */
function parseBack(search: Record<string, unknown>): BackSearch {
  const { kembali } = search;
  return typeof kembali === 'string' && /^\/(?![/\\])/.test(kembali) ? { kembali } : {};
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/masuk',
  validateSearch: parseBack,
  beforeLoad: async ({ context, search }) => {
    const { account } = await context.client.ensureQueryData(sessionQuery);
    if (account !== null)
      throw redirect({ href: search.kembali ?? homeOf(account), replace: true });
  },
  component: lazyRouteComponent(() => import('./auth-pages.tsx'), 'SignInPage'),
});

export const passwordRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/kata-sandi',
  validateSearch: parseBack,
  beforeLoad: async ({ context }) => {
    const { account } = await context.client.ensureQueryData(sessionQuery);
    if (account === null) throw redirect({ to: '/masuk', search: {}, replace: true });
  },
  component: lazyRouteComponent(() => import('./auth-pages.tsx'), 'PasswordPage'),
});

/** Everything that needs an account; without one, sign in and come back. */
export const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const { account } = await context.client.ensureQueryData(sessionQuery);
    const search = location.href === '/' ? {} : { kembali: location.href };
    if (account === null) throw redirect({ to: '/masuk', search, replace: true });
    if (account.mustChangePassword) throw redirect({ to: '/kata-sandi', search, replace: true });
  },
  component: Outlet,
});
