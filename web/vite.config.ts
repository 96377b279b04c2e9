// Builds web/ into web/dist; in development it serves web/ and hands the API to the server.
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';

const server = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

/**
 * Lets the page ask for the map engine at once, beside the app itself, and tells app/boot.ts where
 * its worker lies: the two are two thirds of the first view's bytes, and on a slow line every
 * further round trip is seen.
 */
function preloadMap(): Plugin {
  return {
    name: 'preload-map',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle = {} }) => {
        const find = (name: RegExp) => Object.keys(bundle).find((file) => name.test(file));
        const engine = find(/\/map-view-[^/]+\.js$/);
        const worker = find(/\/maplibre-gl-worker-[^/]+\.js$/);
        if (!engine || !worker) return [];
        const attrs = { rel: 'modulepreload', crossorigin: true, href: `/${engine}` };
        return [
          { tag: 'link', attrs: { ...attrs, 'data-worker': `/${worker}` }, injectTo: 'head' },
        ];
      },
    },
  };
}

/**
 * Builds the service worker (sw.ts) with the list of all assets, and the manifest. The page itself
 * is not on that list: it carries a nonce of its own. app/offline.tsx registers the worker;
 * in development there is none.
 */
const installable = VitePWA({
  strategies: 'injectManifest',
  srcDir: '.',
  filename: 'sw.ts',
  injectRegister: false,
  injectManifest: {
    globPatterns: ['assets/*.{js,css,woff2}', 'icon.svg'],
    dontCacheBustURLsMatching: /^assets\//,
    maximumFileSizeToCacheInBytes: 8_000_000,
  },
  manifest: {
    id: '/',
    name: 'Jangkau: peta desa tanpa sinyal',
    short_name: 'Jangkau',
    description: 'Peta desa tanpa sinyal, buktinya, dan janji jangkauannya.',
    lang: 'id',
    start_url: '/',
    scope: '/',
    display: 'standalone',
    theme_color: '#1f4e8c',
    background_color: '#dfe7ec',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
    ],
  },
});

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react(), preloadMap(), installable],
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2023',
    // Measured by the bench on the wire; the map engine alone is past the default warning.
    chunkSizeWarningLimit: 1200,
  },
  server: {
    port: 5173,
    strictPort: true,
    // web/api is served as source files here; everything else below /api is the server's.
    proxy: Object.fromEntries(
      ['^/api/(?!.*\\.tsx?(\\?|$))', '/tiles', '/basemap', '/healthz'].map((path) => [
        path,
        server,
      ]),
    ),
  },
});
