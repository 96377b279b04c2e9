// `npm run dev`: the server restarts and the page reloads as files change; open the second address.
import { spawn } from 'node:child_process';
import { buildWeb, install, root } from './prepare.mjs';

install();
buildWeb();
const children = [
  ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/main.ts'],
  ['node_modules/vite/bin/vite.js', 'web'],
].map((args) => spawn(process.execPath, args, { cwd: root, stdio: 'inherit' }));
const stop = (code) => {
  for (const child of children) child.kill();
  process.exit(code);
};
for (const child of children) child.on('exit', (code) => stop(code ?? 1));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stop(0));
