// The only fetch of the web app: JSON or bytes in, JSON or a file out, problems as ApiProblem.
import type { Problem } from '#contract/platform';

/** A refusal of the server (RFC 9457), or `offline` when it could not be reached. */
export class ApiProblem extends Error {
  readonly status: number;
  /** Stable English code; i18n has a text for each. */
  readonly code: string;
  readonly errors: NonNullable<Problem['errors']>;
  /** The whole body: some refusals carry more, such as the stored version of a report. */
  readonly body: unknown;
  /** When the server wants to be asked again, seconds from now; null when it does not say. */
  readonly retryAfterS: number | null;

  constructor(
    status: number,
    code: string,
    errors: NonNullable<Problem['errors']>,
    body: unknown,
    retryAfterS: number | null = null,
  ) {
    super(code);
    this.status = status;
    this.code = code;
    this.errors = errors;
    this.body = body;
    this.retryAfterS = retryAfterS;
  }
}

export type RequestOptions = {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Sent as JSON; a Blob as it is, as application/octet-stream. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal;
};

function isProblem(body: unknown): body is Problem {
  return typeof body === 'object' && body !== null && 'code' in body && 'status' in body;
}

/** Seconds of a Retry-After header; its other form, a date, is not used by our server. */
function retryAfterOf(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}

async function send(path: string, options: RequestOptions): Promise<Response> {
  const { method = 'GET', body, headers = {}, signal } = options;
  const isBinary = body instanceof Blob;
  const contentType = isBinary ? 'application/octet-stream' : 'application/json';
  try {
    return await fetch(path, {
      method,
      headers: body === undefined ? headers : { 'content-type': contentType, ...headers },
      body: body === undefined ? null : isBinary ? body : JSON.stringify(body),
      ...(signal && { signal }),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiProblem(0, 'offline', [], null);
  }
}

function refusalOf(response: Response, answer: unknown): ApiProblem {
  const retryAfterS = retryAfterOf(response);
  if (isProblem(answer))
    return new ApiProblem(answer.status, answer.code, answer.errors ?? [], answer, retryAfterS);
  return new ApiProblem(response.status, 'unreadable_answer', [], answer, retryAfterS);
}

/**
 * Sends a request to `path` and gives back its JSON (undefined for 204).
 * The caller names the answer's type from the contract. Throws ApiProblem.
 */
export async function request<T>(path: string, options: RequestOptions = {}): Promise<T> {
  const response = await send(path, options);
  if (response.status === 204) return undefined as T;
  const answer: unknown = await response.json().catch(() => null);
  if (response.ok) return answer as T;
  throw refusalOf(response, answer);
}

/** The same for a file that the server makes. Throws ApiProblem. */
export async function requestFile(path: string, options: RequestOptions = {}): Promise<Blob> {
  const response = await send(path, options);
  if (response.ok) return response.blob();
  throw refusalOf(response, await response.json().catch(() => null));
}
