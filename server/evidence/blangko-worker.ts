// The thread that draws forms for print, which takes too long for the one that serves.
import { writePdf } from '../interchange/write-pdf.ts';
import { answerQuestions } from '../platform/worker-client.ts';
import { blangkoDocument, type BlangkoPrint } from './blangko-document.ts';

answerQuestions((print: BlangkoPrint) => writePdf(blangkoDocument(print)));
