// The way between the outbox and the real router, as a field worker knows it: requests are lost before
// the server has seen them, answers after it has handled them, by a plan that the test sets.
import { ApiProblem } from '../../web/api/client.ts';
import type { Transport } from '../../web/api/outbox/types.ts';
import type { TestApp } from './app.ts';

/** What becomes of one request. `proxy`: a gateway answers in place of the server. */
export type Luck = 'through' | 'request-lost' | 'answer-lost' | 'proxy' | 'busy';

export type Line = {
  transport: Transport;
  /** What was asked, and whether the server handled it, in order. */
  log: { path: string; method: string; wasHandled: boolean }[];
};

const unreachable = () => new ApiProblem(0, 'offline', [], null);

/** Sends to `t` with `cookie`; `luck` is asked once a request. */
export function createLine(t: TestApp, cookie: () => string, luck: () => Luck): Line {
  const log: Line['log'] = [];
  const transport: Transport = async <T>(path: string, options: Parameters<Transport>[1] = {}) => {
    const { method = 'GET', body, headers = {} } = options;
    const fate = luck();
    const wasHandled = fate === 'through' || fate === 'answer-lost';
    log.push({ path, method, wasHandled });
    if (fate === 'request-lost') throw unreachable();
    if (fate === 'proxy') throw new ApiProblem(502, 'unreadable_answer', [], null);
    if (fate === 'busy') throw new ApiProblem(503, 'database_busy', [], null);
    const isBinary = body instanceof Blob;
    const response = await t.app.request(`http://jangkau.test${path}`, {
      method,
      headers: {
        cookie: cookie(),
        'sec-fetch-site': 'same-origin',
        ...(body !== undefined && {
          'content-type': isBinary ? 'application/octet-stream' : 'application/json',
        }),
        ...headers,
      },
      ...(body !== undefined && {
        body: isBinary ? await body.arrayBuffer() : JSON.stringify(body),
      }),
    });
    const answer = JSON.parse((await response.text()) || 'null');
    if (fate === 'answer-lost') throw unreachable();
    if (response.ok) return answer as T;
    const after = response.headers.get('retry-after');
    throw new ApiProblem(
      response.status,
      answer?.code ?? 'unreadable_answer',
      answer?.errors ?? [],
      answer,
      after === null ? null : Number(after),
    );
  };
  return { transport, log };
}

/** Pseudo-random numbers 0–1, the same for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
