// Builds web/ into web/dist; in development it serves web/ and hands the API to the server.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const server = `http://127.0.0.1:${process.env.PORT ?? '8080'}`;

export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
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
