// The thread that checks areas, so that a hostile one costs the server neither time nor memory.
import { answerQuestions } from '../platform/worker-client.ts';
import { checkArea } from './area-check.ts';

answerQuestions(checkArea);
