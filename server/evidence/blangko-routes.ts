// The form (blangko) of a district over HTTP: its rows for the screen, and as PDF or XLSX to fill in.
import { z } from 'zod';
import type { Account } from '../auth/contract.ts';
import { getCaller, jsonAnswer, newRouter, refusals, route } from '../auth/guard.ts';
import { mayReportIn } from '../auth/rules.ts';
import { mediaTypes, sendFile } from '../interchange/file-bytes.ts';
import { safeFileName, writeXlsx } from '../interchange/write-table.ts';
import { isoDay, type Clock } from '../platform/clock.ts';
import type { Db } from '../platform/database.ts';
import { listLocalities } from '../regions/locality-store.ts';
import { getRegion, listVillages } from '../regions/store.ts';
import { Blangko, DistrictCode } from './batch-contract.ts';
import { blangkoPlace } from './blangko-document.ts';
import type { BlangkoPrinter } from './blangko-printer.ts';
import { blangkoVillages } from './blangko-rows.ts';
import { blangkoNotes, blangkoSheet } from './blangko-table.ts';
import { listOperators } from './store.ts';

type Deps = { db: Db; clock: Clock; publicUrl: URL; printer: BlangkoPrinter };

const reporters = { may: ['admin', 'staff', 'regency'] } as const;
const binary = { schema: { type: 'string', format: 'binary' } } as const;
/** More than any district has. */
const maxLocalities = 5000;

const FileName = z
  .string()
  .regex(/^\d{2}\.\d{2}\.\d{2}\.(pdf|xlsx)$/)
  .meta({ description: 'District code and format', example: '13.01.01.pdf' });

export function blangkoRoutes({ db, clock, publicUrl, printer }: Deps) {
  const router = newRouter();

  /** Throws 404 `region_unknown`. */
  function getBlangko(caller: Account, districtCode: string): Blangko {
    const { code, level, kind, name, path } = getRegion(db, districtCode);
    const localities = listLocalities(db, code, maxLocalities);
    return {
      district: { code, level, kind, name },
      path,
      villages: blangkoVillages(listVillages(db, code), localities),
      mayReport: mayReportIn(caller, `${code}.`),
    };
  }

  router.openapi(
    route(reporters, {
      method: 'get',
      path: '/api/blangko/{district}/rows',
      summary: 'The rows of a district’s form, numbered as on paper',
      request: { params: z.object({ district: DistrictCode }) },
      responses: { 200: jsonAnswer('By village', Blangko), ...refusals },
    }),
    (context) =>
      context.json(getBlangko(getCaller(context), context.req.valid('param').district), 200),
  );

  router.openapi(
    route(reporters, {
      method: 'get',
      path: '/api/blangko/{file}',
      summary: 'A district’s form: {district}.pdf for print, {district}.xlsx to fill in and import',
      request: { params: z.object({ file: FileName }) },
      responses: {
        200: {
          description: 'The file',
          content: { [mediaTypes.pdf]: binary, [mediaTypes.xlsx]: binary },
        },
        ...refusals,
      },
    }),
    async (context) => {
      const caller = getCaller(context);
      const { file } = context.req.valid('param');
      const district = file.slice(0, '13.01.01'.length);
      const format = file.endsWith('.pdf') ? 'pdf' : 'xlsx';
      const blangko = getBlangko(caller, district);
      const operators = listOperators(db).filter(({ isMobile }) => isMobile);
      const printedOn = isoDay(clock());
      const bytes =
        format === 'pdf'
          ? await printer.print({
              blangko,
              operators,
              officeName: caller.office.name,
              printedOn,
              address: new URL(`/data/isi/${district}`, publicUrl).href,
            })
          : await writeXlsx([blangkoSheet(blangko, operators)], blangkoNotes(blangko, printedOn));
      const name = safeFileName(`Blangko ${blangkoPlace(blangko)} ${printedOn}`, format);
      // A PDF opens in the browser's own viewer, from which it is printed.
      const disposition = format === 'pdf' ? 'inline' : 'attachment';
      return sendFile(context, bytes, name, mediaTypes[format], disposition);
    },
  );

  return router;
}
