// What is answered when the server cannot be reached: the one place where an answer of the server and
// what this device keeps meet. The kept part is loaded when it is first needed.
import { ApiProblem } from './client.ts';
import { findKnownAccount } from './known-account.ts';

/** Kept under the account that was signed in when the server answered. */
export type AnswerName = 'map' | 'operators' | 'statuses';

/** Where something is kept, the server is waited for so long, milliseconds. */
const patienceMs = 8000;

/** What is kept is written down once the first view has had the line for itself, milliseconds. */
const keepAfterMs = 4000;

/** Told to the window when the server answers after something was answered from the device. */
export const reachedEvent = 'jangkau:reached';

/** Whether nobody answered, or only a proxy for a server that is away. */
export function isUnreachable(error: unknown): boolean {
  if (!(error instanceof ApiProblem)) return false;
  return error.code === 'offline' || (error.code === 'unreadable_answer' && error.status >= 502);
}

export function tellReached(): void {
  globalThis.dispatchEvent?.(new Event(reachedEvent));
}

/**
 * The answer of the server; what `fallback` finds on the device when the server is not reached, or
 * not in time. With nothing found (null) the server's answer counts, however late.
 */
export async function orKept<T>(answer: Promise<T>, fallback: () => Promise<T | null>): Promise<T> {
  const find = () => fallback().catch(() => null);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<T>((resolve) => {
    timer = setTimeout(async () => {
      const kept = await find();
      if (kept === null) return;
      resolve(kept);
      answer.then(tellReached, () => undefined);
    }, patienceMs);
  });
  try {
    return await Promise.race([answer, late]);
  } catch (error) {
    const kept = isUnreachable(error) ? await find() : null;
    if (kept === null) throw error;
    return kept;
  } finally {
    clearTimeout(timer);
  }
}

/** Keeps an answer for later; the screen does not wait for it, and a full device costs only this. */
export function keepAnswer(name: AnswerName, value: unknown): void {
  setTimeout(() => {
    const accountId = findKnownAccount()?.id;
    if (accountId === undefined) return;
    import('./kept-answers.ts')
      .then(({ putAnswer }) => putAnswer(accountId, name, value))
      .catch(() => undefined);
  }, keepAfterMs);
}

/** The last answer that was kept for the account at hand, with its ISO time; null when there is none. */
export async function findKept<T>(name: AnswerName): Promise<{ value: T; keptAt: string } | null> {
  const accountId = findKnownAccount()?.id;
  if (accountId === undefined) return null;
  const { findAnswer } = await import('./kept-answers.ts');
  return findAnswer<T>(accountId, name);
}

/** The server's answer, kept for later; or the one that was kept. */
export async function askOrKept<T>(name: AnswerName, ask: () => Promise<T>): Promise<T> {
  const answer = ask().then((value) => {
    keepAnswer(name, value);
    return value;
  });
  return orKept(answer, async () => (await findKept<T>(name))?.value ?? null);
}
