// The thread that reads elevation rasters for the questions of people: files and paths.
import { answerQuestions, getWorkerData } from '../platform/worker-client.ts';
import { createTerrainAnswerer } from './terrain.ts';

answerQuestions(createTerrainAnswerer(getWorkerData<{ dir: string }>().dir));
