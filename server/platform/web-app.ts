// Serves the built web app: assets for good, the page itself always fresh with its nonce.
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type PageEnv = { Variables: { secureHeadersNonce?: string } };

/** Names with a hash in them never change. */
const forever = 'public, max-age=31536000, immutable';

/**
 * `webDir` is the built web app, with .br and .gz beside each file that gains by it. The page is told
 * its nonce, and the foreign origin that its policy lets images come from.
 */
export function webApp(webDir: string, foreignOrigin: () => string | null): Hono<PageEnv> {
  const app = new Hono<PageEnv>();
  const files = serveStatic<PageEnv>({
    root: webDir,
    precompressed: true,
    // The service worker, the manifest and the icons keep their names when they change.
    onFound: (_path, context) => context.header('cache-control', 'no-cache'),
  });

  app.use('/assets/*', async (context, next) => {
    await next();
    if (context.res.ok) context.res.headers.set('cache-control', forever);
  });
  app.use('*', async (context, next) => {
    if (context.req.path === '/' || context.req.path === '/index.html') return next();
    return files(context, next);
  });
  app.get('*', (context) => {
    // A file; what ends in a figure is a place's code.
    if (/\.[a-z]\w*$/i.test(context.req.path)) return context.notFound();
    context.header('cache-control', 'no-cache');
    const page = readFileSync(join(webDir, 'index.html'), 'utf8');
    return context.html(
      page
        .replace('__CSP_NONCE__', context.get('secureHeadersNonce') ?? '')
        .replace('__BASEMAP_ORIGIN__', foreignOrigin() ?? ''),
    );
  });
  return app;
}
