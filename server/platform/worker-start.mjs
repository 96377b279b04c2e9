// The first module of a worker thread: lets it read TypeScript, then loads the room's worker.
import { workerData } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
await import(workerData.file);
