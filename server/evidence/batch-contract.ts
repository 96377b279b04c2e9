// What goes over the wire about the paper form (blangko) of a district, and about many reports at once.
import { z } from 'zod';
import { RegionName, VillageCode } from '../regions/contract.ts';
import { ReportInput } from './contract.ts';

export const DistrictCode = z
  .string()
  .regex(/^\d{2}\.\d{2}\.\d{2}$/)
  .meta({ description: 'Kemendagri district code', example: '13.01.01' });

/** One row to fill in; paper, XLSX and screen number it alike. */
export const BlangkoRow = z.object({
  /** `2.4`: the fourth row of the district's second village. */
  number: z.string(),
  /** A known locality, the village as a whole, or an empty line for a locality that is not known. */
  about: z.enum(['locality', 'village', 'line']),
  localityId: z.uuid().nullable(),
  /** "Jorong Muaro"; '' unless it is about a locality. */
  name: z.string(),
});
export type BlangkoRow = z.infer<typeof BlangkoRow>;

export const BlangkoVillage = z.object({
  code: VillageCode,
  kind: z.string(),
  name: z.string(),
  rows: z.array(BlangkoRow),
});
export type BlangkoVillage = z.infer<typeof BlangkoVillage>;

export const Blangko = z.object({
  district: RegionName,
  /** The regency, then the province. */
  path: z.array(RegionName),
  /** By code. */
  villages: z.array(BlangkoVillage),
  /** Whether the one who asks may report in this district. */
  mayReport: z.boolean(),
});
export type Blangko = z.infer<typeof Blangko>;

export const maxReportsOfBatch = 200;

/** New reports, all stored or none; the ids are made by the client, so that a retry makes no second ones. */
export const ReportBatch = z.object({
  reports: z
    .array(z.object({ id: z.uuid(), input: ReportInput }))
    .min(1)
    .max(maxReportsOfBatch),
});
export type ReportBatch = z.infer<typeof ReportBatch>;

/** The same for a repeat, so that a lost answer can be asked for again. */
export const BatchSaved = z.object({ saved: z.int() });
export type BatchSaved = z.infer<typeof BatchSaved>;
