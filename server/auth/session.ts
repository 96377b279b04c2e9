// Who asks: the account behind the session cookie, looked up anew at every request.
import type { MiddlewareHandler } from 'hono';
import type { Db } from '../platform/database.ts';
import type { AppEnv } from './guard.ts';
import type { SignIn } from './sign-in.ts';
import { findAccount } from './store.ts';

/**
 * Sets `account` and `sessionToken`. A disabled account counts as nobody at once. A session that
 * is prolonged sends its cookie along.
 */
export function readSession(db: Db, signIn: SignIn): MiddlewareHandler<AppEnv> {
  return async (context, next) => {
    context.set('account', null);
    context.set('sessionToken', null);
    if (context.req.header('cookie')?.includes('jangkau.session_token')) {
      const { response, headers } = await signIn.api.getSession({
        headers: context.req.raw.headers,
        returnHeaders: true,
      });
      const account = response && findAccount(db, response.user.id);
      if (account && !account.disabledAt) {
        context.set('account', account);
        context.set('sessionToken', response.session.token);
        for (const cookie of headers.getSetCookie())
          context.header('set-cookie', cookie, { append: true });
      }
    }
    await next();
  };
}
