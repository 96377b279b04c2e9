// What lies under the statuses: an archive of this server, an online raster, and no server at all.
import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, crc32 } from 'node:zlib';
import { colourAt, expect, fillSignIn, mapIsReady, test, type Site } from './journey.ts';
import { writeArchive } from './pmtiles-archive.ts';
import { adminEmail, adminPassword } from './server.ts';

const sea = { x: 300, y: 700 };
const land = { x: 1000, y: 300 };

test('look', async ({ page, site }) => {
  await page.goto(site.address);
  page.on('console', (m) => console.log(m.type(), m.text()));
  await fillSignIn(page, adminEmail, adminPassword);
  await mapIsReady(page);
  await page.screenshot({ path: '/tmp/look.png' });
});
