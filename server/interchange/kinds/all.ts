// Every kind of table that can be brought in, by its name.
import type { ImportKindName } from '../contract.ts';
import type { ImportKind } from '../import-kind.ts';
import { codes } from './codes.ts';
import { coverage } from './coverage.ts';
import { facilities } from './facilities.ts';
import { localities } from './localities.ts';
import { people } from './people.ts';
import { plans } from './plans.ts';
import { reports } from './reports.ts';
import { sites } from './sites.ts';
import { statistics } from './statistics.ts';

export const kinds: Record<ImportKindName, ImportKind> = {
  reports,
  localities,
  people,
  facilities,
  statistics,
  codes,
  sites,
  coverage,
  plans,
};
