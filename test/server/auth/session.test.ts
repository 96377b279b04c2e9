// Signing in and out, lock-out, the handed-out password, forged requests.
import { describe, expect, test } from 'vitest';
import { createTestApp, password } from '../../helpers/app.ts';

const signInBody = (email: string, secret = password) => ({
  method: 'POST',
  body: { email, password: secret },
});

describe('signing in', () => {
  test('gives a cookie that names the account and no script can read', async () => {
    const t = createTestApp();
    const { email } = t.addPerson('staff');
    const answer = await t.send('/api/session', signInBody(email.toUpperCase()));
    expect(answer.status).toBe(200);
    expect(answer.body).toMatchObject({ email, role: 'staff' });
    expect(JSON.stringify(answer.body)).not.toContain('argon2');
    expect(answer.headers.getSetCookie()[0]).toMatch(/HttpOnly; SameSite=Strict/);
  });

  test('a wrong password and an unknown e-mail are refused alike', async () => {
    const t = createTestApp();
    const { email } = t.addPerson('staff');
    for (const wrong of [signInBody(email, 'salah-semua'), signInBody('nobody@contoh.go.id')]) {
      const { status, body } = await t.send('/api/session', wrong);
      expect([status, body.code]).toEqual([401, 'wrong_credentials']);
    }
  });

  test('guessing is slowed, even with the right password, and forgotten after the wait', async () => {
    const t = createTestApp();
    const { email } = t.addPerson('staff');
    for (let i = 0; i < 5; i += 1) await t.send('/api/session', signInBody(email, 'salah-semua'));
    const slowed = await t.send('/api/session', signInBody(email));
    expect([slowed.status, slowed.body.code]).toEqual([429, 'too_many_attempts']);
    expect(slowed.headers.get('retry-after')).toBe('15');
    expect(slowed.body.retryAfterS).toBe(15);
    t.state.now = new Date(t.state.now.getTime() + 15_000);
    expect((await t.send('/api/session', signInBody(email))).status).toBe(200);
  });

  test.each([
    ['email', { password }, 'required'],
    ['email', { email: 'bukan-surel', password }, 'wrong_format'],
    ['email', { email: 7, password }, 'wrong_type'],
    ['password', { email: 'a@contoh.go.id' }, 'required'],
    ['password', { email: 'a@contoh.go.id', password: 'x'.repeat(201) }, 'too_long'],
  ])('%s of %j is %s', async (field, body, code) => {
    const { status, body: problem } = await createTestApp().send('/api/session', {
      method: 'POST',
      body,
    });
    expect(status).toBe(422);
    expect(problem.code).toBe('invalid');
    expect(problem.errors[0]).toMatchObject({ field, code });
    expect(JSON.stringify(problem)).not.toContain('xxxx');
  });

  test('broken JSON is refused, not a crash', async () => {
    const { status, body } = await createTestApp().send('/api/session', {
      method: 'POST',
      body: '{"email":',
    });
    expect([status, body.code]).toEqual([400, 'malformed_json']);
  });
});

describe('signing out', () => {
  test('ends this session', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    expect((await sari.send('/api/session', { method: 'DELETE' })).status).toBe(204);
    expect((await sari.send('/api/session')).body.account).toBeNull();
  });

  test('everywhere ends every session of the account and no other', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const other = await t.person('staff');
    const phone = await t.signInAs(sari.email);
    expect((await sari.send('/api/sessions', { method: 'DELETE' })).status).toBe(204);
    expect((await t.send('/api/map', {}, phone)).status).toBe(401);
    expect((await other.send('/api/map')).status).toBe(200);
  });
});

describe('a handed-out password', () => {
  test('opens nothing until it is changed', async () => {
    const t = createTestApp();
    const sari = await t.person('admin', { mustChangePassword: true });
    const blocked = await sari.send('/api/map');
    expect([blocked.status, blocked.body.code]).toEqual([403, 'password_change_required']);
    const changed = await sari.send('/api/session/password', {
      method: 'PUT',
      body: { currentPassword: password, newPassword: 'milik-sari-sendiri' },
    });
    expect([changed.status, changed.body.mustChangePassword]).toEqual([200, false]);
    expect((await sari.send('/api/map')).status).toBe(200);
  });

  test.each([
    [
      'currentPassword',
      'wrong_password',
      { currentPassword: 'salah', newPassword: 'cukup-panjang' },
    ],
    ['newPassword', 'too_short', { currentPassword: password, newPassword: 'pendek' }],
    ['newPassword', 'same_as_before', { currentPassword: password, newPassword: password }],
  ])('%s: %s', async (field, code, body) => {
    const sari = await createTestApp().person('staff');
    const answer = await sari.send('/api/session/password', { method: 'PUT', body });
    expect(answer.status).toBe(422);
    expect(answer.body.errors).toEqual([{ field, code }]);
  });

  test('changing it ends the other sessions and keeps this one', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const phone = await t.signInAs(sari.email);
    await sari.send('/api/session/password', {
      method: 'PUT',
      body: { currentPassword: password, newPassword: 'yang-baru-sekali' },
    });
    expect((await t.send('/api/map', {}, phone)).status).toBe(401);
    expect((await sari.send('/api/map')).status).toBe(200);
  });
});

describe('forged requests', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site', origin: 'https://jahat.example' }],
    ['a sandboxed frame', { 'sec-fetch-site': 'cross-site', origin: 'null' }],
  ])('of %s are refused', async (_name, headers) => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const forged = await sari.send('/api/sample', {
      method: 'POST',
      headers: { ...headers, 'content-type': 'text/plain' },
    });
    expect([forged.status, forged.body.code]).toEqual([403, 'wrong_origin']);
  });

  test('a body over the limit is refused', async () => {
    const { status, body } = await createTestApp().send('/api/session', {
      method: 'POST',
      body: { email: 'a@contoh.go.id', password: 'x'.repeat(70_000) },
    });
    expect([status, body.code]).toEqual([413, 'body_too_large']);
  });
});

test('a cookie that was tampered with is nobody', async () => {
  const t = createTestApp();
  const sari = await t.person('staff');
  const forged = `${sari.cookie.slice(0, -6)}AAAAAA`;
  expect((await t.send('/api/map', {}, forged)).status).toBe(401);
});
