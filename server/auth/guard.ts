// How a route says who may call it, and the middleware that holds every route to it.
import { createRoute, OpenAPIHono, type RouteConfig } from '@hono/zod-openapi';
import type { Context, MiddlewareHandler } from 'hono';
import { matchedRoutes } from 'hono/route';
import type { ZodType } from 'zod';
import { Problem } from '../platform/contract.ts';
import { fieldErrors, ProblemError } from '../platform/problem.ts';
import type { Account } from './contract.ts';
import { judgeCaller, type Caller } from './rules.ts';

export type AppEnv = {
  Variables: {
    account: Account | null;
    /** The token of the session that asks; null when nobody is signed in. */
    sessionToken: string | null;
  };
};

/** A router whose refused input becomes 422 problem+json with field, code and value. */
export function newRouter(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const input: unknown = 'data' in result ? result.data : undefined;
      throw new ProblemError(422, 'invalid', { errors: fieldErrors(result.error.issues, input) });
    },
  });
}

type Policy = { may: Caller; whilePasswordIsHandedOut?: boolean };

/** A route with its policy: without `may` it cannot be written. */
export function route<const R extends RouteConfig>(
  policy: Policy,
  config: R,
): R & { getRoutingPath(): string } {
  return createRoute({ ...config, 'x-may': policy });
}

/** The request body of a route: JSON, required. */
export function jsonBody<const S extends ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } };
}

/** The answer of a route as the OpenAPI document tells it. */
export function jsonAnswer<const S extends ZodType>(description: string, schema: S) {
  return { description, content: { 'application/json': { schema } } };
}

/** The refusal every route may answer with. */
export const refusals = {
  '4XX': { description: 'Refused', content: { 'application/problem+json': { schema: Problem } } },
} as const;

/** The policies of all routes of `app`, by method and path as the router matches them. */
export function listPolicies(app: OpenAPIHono<AppEnv>): Map<string, Policy> {
  const policies = new Map<string, Policy>();
  for (const definition of app.openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue;
    const {
      method,
      path,
      'x-may': policy,
    } = definition.route as RouteConfig & { 'x-may'?: Policy };
    if (policy)
      policies.set(`${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`, policy);
  }
  return policies;
}

/**
 * Refuses what was written by another account than the one that is signed in: a device sends what
 * waited on it, names whose it is in `x-account`, and somebody else may have signed in meanwhile.
 */
function refuseOtherAccount(context: Context<AppEnv>): void {
  const writer = context.req.header('x-account');
  const account = context.get('account');
  if (writer !== undefined && account && account.id !== writer)
    throw new ProblemError(409, 'other_account');
}

/**
 * Lets a request through only when its route states a policy and the caller meets it.
 * A path that no route serves is 404; a route that states nothing is refused.
 */
export function guard(app: OpenAPIHono<AppEnv>): MiddlewareHandler<AppEnv> {
  let policies: Map<string, Policy> | null = null;
  return async (context, next) => {
    policies ??= listPolicies(app);
    const wanted = matchedRoutes(context).filter(
      (match) => match.method !== 'ALL' && !match.path.endsWith('*'),
    );
    if (wanted.length === 0) throw new ProblemError(404, 'not_found');
    const policy = wanted
      .map((match) => policies?.get(`${match.method} ${match.path}`))
      .find((found) => found !== undefined);
    if (!policy) throw new ProblemError(403, 'not_allowed');
    refuseOtherAccount(context);
    const verdict = judgeCaller(
      policy.may,
      context.get('account'),
      policy.whilePasswordIsHandedOut ?? false,
    );
    if (verdict !== 'ok') throw new ProblemError(verdict === 'not_signed_in' ? 401 : 403, verdict);
    await next();
  };
}

/** The signed-in account of a route whose policy is not 'anyone'. */
export function getCaller(context: Context<AppEnv>): Account {
  const account = context.get('account');
  if (!account) throw new ProblemError(401, 'not_signed_in');
  return account;
}

/** The version named by If-Match ("7"), the one the caller has seen; throws 428 without it. */
export function getIfMatch(context: Context): number {
  const version = /^"(\d{1,9})"$/.exec(context.req.header('if-match') ?? '')?.[1];
  if (!version) throw new ProblemError(428, 'precondition_required');
  return Number(version);
}
