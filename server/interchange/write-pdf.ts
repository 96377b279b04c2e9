// Writes PDF documents. What stands on the pages is the caller's part, in pdfmake's words. Takes up to
// seconds for many pages: call it in a worker thread.
import { dirname } from 'node:path';
import { createRequire } from 'node:module';
import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';

const require = createRequire(import.meta.url);
/** Roboto as pdfmake brings it: Latin with all its accents, Greek and Cyrillic. */
const fontsDir = dirname(require.resolve('pdfmake/fonts/Roboto/Roboto-Regular.ttf'));
const font = (name: string) => `${fontsDir}/Roboto-${name}.ttf`;
const fonts = {
  Roboto: {
    normal: font('Regular'),
    bold: font('Medium'),
    italics: font('Italic'),
    bolditalics: font('MediumItalic'),
  },
};

/** The document's bytes. It reads its fonts and nothing else, neither files nor addresses. */
export function writePdf(document: TDocumentDefinitions): Promise<Uint8Array> {
  const files = new Set(Object.values(fonts.Roboto));
  pdfmake.setFonts(fonts);
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => files.has(path));
  return pdfmake.createPdf(document).getBuffer();
}
