// `npm start`: installs and builds what is missing, then serves the app. Works on a fresh clone.
import { spawn } from 'node:child_process';
import { buildWeb, install, root } from './prepare.mjs';

install();
buildWeb();
const server = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
  cwd: root,
  stdio: 'inherit',
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal));
server.on('exit', (code) => process.exit(code ?? 1));
