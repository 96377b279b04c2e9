// People of the journeys beside the admin: their accounts, and a browser for each.
import type { Browser, Page } from '@playwright/test';
import { adminEmail, adminPassword } from '../helpers/server.ts';
import { expect, type Site } from './journey.ts';

/** The password of all of them. */
export const password = 'sinyal-sampai-desa';

/** A browser of its own for `email`, signed in without the screen. */
export async function openAs(browser: Browser, site: Site, email: string): Promise<Page> {
  const context = await browser.newContext({
    baseURL: site.address,
    extraHTTPHeaders: { origin: site.address },
  });
  await context.request.post('/api/session', { data: { email, password } });
  return context.newPage();
}

/** Creates an account as the admin does, and gives it the password that all use here. */
export async function addPerson(
  browser: Browser,
  site: Site,
  person: { name: string; email: string; role: string; office: object },
): Promise<void> {
  const { request } = await browser.newContext({
    baseURL: site.address,
    extraHTTPHeaders: { origin: site.address },
  });
  await request.post('/api/session', { data: { email: adminEmail, password: adminPassword } });
  const created = await request.post('/api/accounts', { data: person });
  const { password: handedOut } = await created.json();
  await request.post('/api/session', { data: { email: person.email, password: handedOut } });
  const changed = await request.put('/api/session/password', {
    data: { currentPassword: handedOut, newPassword: password },
  });
  expect(changed.status()).toBe(200);
}
