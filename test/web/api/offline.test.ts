// When the server's answer counts, and when that of the device.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ApiProblem } from '../../../web/api/client.ts';
import { isUnreachable, orKept, reachedEvent } from '../../../web/api/offline.ts';

const problem = (status: number, code: string) => new ApiProblem(status, code, [], null);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([
  [0, 'offline', true],
  [502, 'unreadable_answer', true],
  [503, 'unreadable_answer', true],
  [504, 'unreadable_answer', true],
  [503, 'database_busy', false],
  [500, 'internal', false],
  [200, 'unreadable_answer', false],
  [401, 'not_signed_in', false],
])('%i %s is out of reach: %s', (status, code, expected) => {
  expect(isUnreachable(problem(status, code))).toBe(expected);
});

test('the server counts while it answers', async () => {
  expect(await orKept(Promise.resolve('server'), async () => 'device')).toBe('server');
});

test('the device answers for a server that is out of reach', async () => {
  const away = Promise.reject(problem(0, 'offline'));
  expect(await orKept(away, async () => 'device')).toBe('device');
});

test.each([
  ['nothing is kept', async () => null],
  ['the storage is broken', () => Promise.reject(new Error('storage'))],
])('the error stands where %s', async (_name, fallback) => {
  const away = Promise.reject(problem(0, 'offline'));
  await expect(orKept(away, fallback)).rejects.toMatchObject({ code: 'offline' });
});

test('a refusal is never answered from the device', async () => {
  const refused = Promise.reject(problem(401, 'not_signed_in'));
  await expect(orKept(refused, async () => 'device')).rejects.toMatchObject({ status: 401 });
});

test('a silent line gets the device, and the late answer is told', async () => {
  const told: string[] = [];
  vi.stubGlobal('dispatchEvent', (event: Event) => told.push(event.type));
  let answer: (value: string) => void = () => undefined;
  const server = new Promise<string>((resolve) => {
    answer = resolve;
  });
  const result = orKept(server, async () => 'device');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await result).toBe('device');
  answer('server');
  await vi.advanceTimersByTimeAsync(0);
  expect(told).toEqual([reachedEvent]);
});

test('a silent line with nothing kept is waited for', async () => {
  const server = new Promise<string>((resolve) => {
    setTimeout(() => resolve('server'), 60_000);
  });
  const result = orKept(server, async () => null);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(await result).toBe('server');
});
