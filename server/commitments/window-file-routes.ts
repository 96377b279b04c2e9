// The matrix of a declaration as a file: XLSX and CSV to work on, PDF to print and hand out.
import { z } from 'zod';
import { getCaller, newRouter, refusals, route } from '../auth/guard.ts';
import { mediaTypes, sendFile } from '../interchange/file-bytes.ts';
import { safeFileName, writeCsv, writeXlsx } from '../interchange/write-table.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import type { DeclarationWindow } from './declaration-contract.ts';
import { closeDueWindows } from './window-actions.ts';
import { createMatrixPrinter } from './window-printer.ts';
import { matrixNotes, matrixSheet } from './window-table.ts';
import { viewWindow } from './window-view.ts';

type Deps = { db: Db; clock: Clock };

const binary = { schema: { type: 'string', format: 'binary' } } as const;
const FileName = z
  .string()
  .regex(/^matrix\.(pdf|xlsx|csv)$/)
  .meta({ description: 'Format of the file', example: 'matrix.pdf' });

export function windowFileRoutes({ db, clock }: Deps) {
  const router = newRouter();
  const printer = createMatrixPrinter();

  async function write(
    window: DeclarationWindow,
    format: keyof typeof mediaTypes,
    officeName: string,
    printedOn: string,
  ): Promise<Uint8Array> {
    if (format === 'pdf') return printer.print({ window, officeName, printedOn });
    const sheet = matrixSheet(window);
    if (format === 'csv') return writeCsv(sheet.columns, sheet.rows);
    return writeXlsx([sheet], matrixNotes(window, printedOn));
  }

  router.openapi(
    route(
      { may: 'signed-in' },
      {
        method: 'get',
        path: '/api/declarations/{id}/{file}',
        summary: 'The matrix place × operator: matrix.pdf, matrix.xlsx, matrix.csv',
        request: { params: z.object({ id: z.uuid(), file: FileName }) },
        responses: {
          200: {
            description: 'The file; a liaison finds its own column',
            content: {
              [mediaTypes.pdf]: binary,
              [mediaTypes.xlsx]: binary,
              [mediaTypes.csv]: binary,
            },
          },
          ...refusals,
        },
      },
    ),
    async (context) => {
      const caller = getCaller(context);
      const { id, file } = context.req.valid('param');
      const at = clock();
      closeDueWindows(db, at);
      const window = viewWindow(db, id, caller, at);
      const printedOn = isoDay(at);
      const format = file.endsWith('.pdf') ? 'pdf' : file.endsWith('.csv') ? 'csv' : 'xlsx';
      const bytes = await write(window, format, caller.office.name, printedOn);
      const name = safeFileName(`Deklarasi ${window.number} ${window.title} ${printedOn}`, format);
      // A PDF opens in the browser's own viewer, from which it is printed.
      const disposition = format === 'pdf' ? 'inline' : 'attachment';
      return sendFile(context, bytes, name, mediaTypes[format], disposition);
    },
  );

  return router;
}
