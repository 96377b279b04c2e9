// The thread that draws matrices for print, which takes too long for the one that serves.
import { writePdf } from '../interchange/write-pdf.ts';
import { answerQuestions } from '../platform/worker-client.ts';
import { matrixDocument, type MatrixPrint } from './window-document.ts';

answerQuestions((print: MatrixPrint) => writePdf(matrixDocument(print)));
