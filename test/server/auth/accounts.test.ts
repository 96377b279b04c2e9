// The admin's side of accounts: create, change, disable, hand out, hand over.
import { describe, expect, test } from 'vitest';
import { createTestApp } from '../../helpers/app.ts';

const newStaff = {
  name: 'Budi Santoso',
  email: 'budi@contoh.go.id',
  role: 'staff',
  office: { name: 'Bidang TIK', regencyCode: null, operatorId: null },
};

describe('creating an account', () => {
  test('hands out a password that signs in and must be changed', async () => {
    const t = createTestApp();
    const admin = await t.person('admin');
    const made = await admin.send('/api/accounts', { method: 'POST', body: newStaff });
    expect(made.status).toBe(201);
    expect(made.body.account).toMatchObject({ role: 'staff', office: { name: 'Bidang TIK' } });
    const signedIn = await t.send('/api/session', {
      method: 'POST',
      body: { email: newStaff.email, password: made.body.password },
    });
    expect(signedIn.body.mustChangePassword).toBe(true);
    const trail = t.db.prepare("SELECT * FROM audit WHERE action = 'account.create'").all();
    expect(trail).toHaveLength(1);
    expect(JSON.stringify(trail)).not.toContain(made.body.password);
  });

  test.each([
    [422, 'office.regencyCode', 'required_for_role', { role: 'regency' }],
    [422, 'office.operatorId', 'required_for_role', { role: 'liaison' }],
    [422, 'role', 'unknown_value', { role: 'raja' }],
    [422, 'name', 'too_short', { name: '  ' }],
    [422, 'office.id', 'unknown_value', { office: { id: 999 } }],
    [
      422,
      'office.regencyCode',
      'region_unknown',
      { role: 'regency', office: { name: 'Kab', regencyCode: '99.01', operatorId: null } },
    ],
    [
      422,
      'office.operatorId',
      'operator_unknown',
      { role: 'liaison', office: { name: 'Op', regencyCode: null, operatorId: 'nokia' } },
    ],
  ])('%i %s %s', async (status, field, code, over) => {
    const t = createTestApp();
    const admin = await t.person('admin');
    const answer = await admin.send('/api/accounts', {
      method: 'POST',
      body: { ...newStaff, ...over },
    });
    expect(answer.status).toBe(status);
    expect(answer.body.errors).toContainEqual(expect.objectContaining({ field, code }));
    expect(t.db.prepare('SELECT count(*) FROM account').pluck().get()).toBe(1);
    expect(t.db.prepare('SELECT count(*) FROM office').pluck().get()).toBe(1);
  });

  test('an e-mail address is taken once, whatever its case', async () => {
    const t = createTestApp();
    const admin = await t.person('admin');
    await admin.send('/api/accounts', { method: 'POST', body: newStaff });
    const again = await admin.send('/api/accounts', {
      method: 'POST',
      body: {
        ...newStaff,
        email: 'BUDI@contoh.go.id',
        office: { name: 'X', regencyCode: null, operatorId: null },
      },
    });
    expect([again.status, again.body.code]).toEqual([409, 'email_taken']);
    expect(t.db.prepare("SELECT count(*) FROM office WHERE name = 'X'").pluck().get()).toBe(0);
  });
});

describe('changing an account', () => {
  test('disabling ends its sessions at once', async () => {
    const t = createTestApp();
    const admin = await t.person('admin');
    const sari = await t.person('staff');
    const disabled = await admin.send(`/api/accounts/${sari.id}`, {
      method: 'PATCH',
      body: { disabled: true },
      headers: { 'if-match': '"1"' },
    });
    expect(disabled.body.disabledAt).not.toBeNull();
    expect((await sari.send('/api/map')).status).toBe(401);
    await expect(t.signInAs(sari.email)).rejects.toThrow('403');
  });

  test('the second of two admins is told, and nothing is overwritten', async () => {
    const t = createTestApp();
    const admin = await t.person('admin');
    const sari = await t.person('staff');
    const rename = (name: string) =>
      admin.send(`/api/accounts/${sari.id}`, {
        method: 'PATCH',
        body: { name },
        headers: { 'if-match': '"1"' },
      });
    expect((await rename('Sari A')).status).toBe(200);
    const second = await rename('Sari B');
    expect([second.status, second.body.code]).toEqual([412, 'changed_meanwhile']);
    expect(second.body.current.name).toBe('Sari A');
  });

  test('without the version that was seen it is refused', async () => {
    const t = createTestApp();
    const admin = await t.person('admin');
    const answer = await admin.send(`/api/accounts/${admin.id}`, {
      method: 'PATCH',
      body: { name: 'X' },
    });
    expect(answer.status).toBe(428);
  });

  test.each([{ disabled: true }, { role: 'staff' }])(
    'the last admin stays one: %j',
    async (body) => {
      const t = createTestApp();
      const admin = await t.person('admin');
      const answer = await admin.send(`/api/accounts/${admin.id}`, {
        method: 'PATCH',
        body,
        headers: { 'if-match': '"1"' },
      });
      expect([answer.status, answer.body.code]).toEqual([409, 'last_admin']);
    },
  );
});

test('handing over keeps the office, disables the former person and lets the next one in', async () => {
  const t = createTestApp();
  const admin = await t.person('admin');
  const sari = await t.person('regency', { regencyCode: '13.01' });
  const handed = await admin.send(`/api/accounts/${sari.id}/hand-over`, {
    method: 'POST',
    body: { name: 'Penerus', email: 'penerus@contoh.go.id' },
  });
  expect(handed.status).toBe(201);
  expect(handed.body.account).toMatchObject({
    role: 'regency',
    office: { id: sari.officeId, regencyCode: '13.01' },
    mustChangePassword: true,
  });
  expect((await sari.send('/api/map')).status).toBe(401);
  const all = await admin.send('/api/accounts');
  const former = all.body.find((account: { id: string }) => account.id === sari.id);
  expect(former.disabledAt).not.toBeNull();
});

test('a new handed-out password replaces the old one and ends the sessions', async () => {
  const t = createTestApp();
  const admin = await t.person('admin');
  const sari = await t.person('staff');
  const made = await admin.send(`/api/accounts/${sari.id}/password`, { method: 'POST', body: {} });
  expect(made.body.account.mustChangePassword).toBe(true);
  expect((await sari.send('/api/map')).status).toBe(401);
  await expect(t.signInAs(sari.email)).rejects.toThrow('401');
});
