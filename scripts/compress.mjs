// Puts a .br and a .gz beside every file of web/dist that gains by it; the server picks one.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const dist = join(import.meta.dirname, '../web/dist');
const compressible = /\.(css|html|js|json|mjs|svg|webmanifest)$/;

for (const name of readdirSync(dist, { recursive: true })) {
  if (!compressible.test(name) || name === 'index.html') continue;
  const path = join(dist, name);
  const body = readFileSync(path);
  const quality = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  writeFileSync(`${path}.br`, brotliCompressSync(body, { params: quality }));
  writeFileSync(`${path}.gz`, gzipSync(body, { level: 9 }));
}
