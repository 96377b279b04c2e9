// What every journey starts with: a server of its own, and a way in for a person.
import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Browser, type Page } from '@playwright/test';
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { adminEmail, adminPassword, startServer, type Server } from '../helpers/server.ts';

export { expect };

export type Site = {
  address: string;
  dataDir: string;
  stop(): Promise<void>;
  /** Stops the server and starts it again over the same data, at the same address. */
  restart(): Promise<void>;
};

export const test = base.extend<{ site: Site }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures wanted from this pattern
  site: async ({}, use) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'jangkau-e2e-'));
    cpSync(process.env.E2E_PROVINCE_DIR ?? '', dataDir, { recursive: true });
    let running: Server = await startServer({ DATA_DIR: dataDir });
    const address = running.origin.origin;
    await use({
      address,
      dataDir,
      stop: () => running.stop(),
      async restart() {
        await running.stop();
        running = await startServer({ DATA_DIR: dataDir, PORT: new URL(address).port });
      },
    });
    await running.stop();
  },
});

/** Types e-mail and password into the sign-in screen that is open. */
export async function fillSignIn(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Kata sandi', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Masuk' }).click();
}

/** Waits until the map has drawn its statuses. */
export async function mapIsReady(page: Page): Promise<void> {
  await expect(page.locator('[data-map-state]').first()).toHaveAttribute(
    'data-map-state',
    'ready',
    {
      timeout: 60_000,
    },
  );
}

/** What axe finds wrong with what the page shows, each with the elements in question. */
export async function listAxeProblems(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

/** A browser of its own, signed in as the admin, at `path`. */
export async function openAsAdmin(browser: Browser, site: Site, path = '/'): Promise<Page> {
  const context = await browser.newContext({ baseURL: site.address });
  const page = await context.newPage();
  await page.goto(path);
  await fillSignIn(page, adminEmail, adminPassword);
  return page;
}

/** The mean colour of a 5 × 5 px square of what the page shows, as [red, green, blue]. */
export async function colourAt(page: Page, x: number, y: number): Promise<number[]> {
  const shot = await page.screenshot({ clip: { x: x - 2, y: y - 2, width: 5, height: 5 } });
  return page.evaluate(async (base64) => {
    const image = new Image();
    image.src = `data:image/png;base64,${base64}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const data = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    const sums = [0, 0, 0];
    data.forEach((value, index) => {
      if (index % 4 < 3) sums[index % 4] = (sums[index % 4] ?? 0) + value;
    });
    return sums.map((sum) => Math.round((sum * 4) / data.length));
  }, shot.toString('base64'));
}
