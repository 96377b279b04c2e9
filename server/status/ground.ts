// Everything that the status of villages rests on: what people saw and counted, and what models say.
import { readSettings as readCoverageSettings } from '../coverage/settings-store.ts';
import type { Db } from '../platform/database.ts';
import {
  listEvidence,
  listLocalities,
  type CodeRange,
  type NamedLocality,
} from './evidence-store.ts';
import { modelledEvidence } from './modelled-rules.ts';
import { listModelled } from './modelled-store.ts';
import type { Evidence } from './rules.ts';

export type Ground = {
  evidence: ReadonlyMap<string, Evidence[]>;
  localities: ReadonlyMap<string, NamedLocality[]>;
};

/** By village code; villages without evidence or without localities are absent. */
export function readGround(db: Db, range: CodeRange): Ground {
  const evidence = listEvidence(db, range);
  const { villageFraction } = readCoverageSettings(db).settings;
  for (const [code, { coverage, locatedIds }] of listModelled(db, range)) {
    const said = coverage.flatMap((one) => modelledEvidence(one, locatedIds, villageFraction));
    if (said.length > 0) evidence.set(code, [...(evidence.get(code) ?? []), ...said]);
  }
  return { evidence, localities: listLocalities(db, range) };
}
