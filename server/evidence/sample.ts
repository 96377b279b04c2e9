// Plausible SAMPEL reports for trying the app out; every one is labelled and removed by one click. Pure.
import { createHash } from 'node:crypto';
import { ReportInput, Statement, type Strength, type Technology } from './contract.ts';

export type SampleVillage = {
  code: string;
  position: [lng: number, lat: number];
  elevationM: number | null;
  /** Kilometres to the nearest town of the province. */
  townKm: number;
};

/** A number in [0, 1) that depends on nothing but `key`: the same province, the same samples. */
function chance(key: string): number {
  return createHash('sha256').update(key).digest().readUInt32BE(0) / 2 ** 32;
}

/** 0 in town, towards 1 in the far highlands and on far islands. */
function remoteness({ elevationM, townKm }: SampleVillage): number {
  const byDistance = Math.min(1, townKm / 70);
  const byHeight = Math.min(1, Math.max(0, (elevationM ?? 0) - 300) / 1200);
  return Math.min(1, 0.75 * byDistance + 0.35 * byHeight);
}

function observe(score: number): [Technology, Strength | null] {
  if (score < 0.16) return ['4g', 'very_strong'];
  if (score < 0.42) return ['4g', 'strong'];
  if (score < 0.55) return ['4g', 'weak'];
  if (score < 0.68) return score < 0.6 ? ['3g', 'weak'] : ['2g', 'weak'];
  return ['none', null];
}

/** What a sample report about `village` says, or null where the sample leaves a gap (one in seven). */
export function makeSampleInput(
  village: SampleVillage,
  operatorIds: readonly string[],
  today: string,
): ReportInput | null {
  if (chance(`gap ${village.code}`) < 1 / 7) return null;
  const remote = remoteness(village);
  const statements = operatorIds.flatMap((operatorId, index): Statement[] => {
    const key = `${operatorId} ${village.code}`;
    if (chance(`known ${key}`) < 0.06 * index) return [];
    const score = remote * 0.8 + 0.34 * chance(key) + 0.05 * index - 0.12;
    const [technology, strength] = observe(score);
    return [Statement.parse({ operatorId, technology, strength })];
  });
  if (statements.length === 0) return null;
  const daysAgo = Math.floor(chance(`day ${village.code}`) * 420);
  const day = new Date(Date.parse(`${today}T00:00:00Z`) - daysAgo * 86_400_000);
  // What nobody can reach is best sampled as measured: a blankspot asks for more than one report.
  const isMeasured = statements.some(({ technology }) => technology === 'none');
  return ReportInput.parse({
    villageCode: village.code,
    kind: isMeasured && chance(`measured ${village.code}`) < 0.8 ? 'measurement' : 'report',
    position: village.position,
    positionSource: 'map',
    accuracyM: null,
    observedOn: day.toISOString().slice(0, 10),
    statements,
    note: 'SAMPEL: bukan data nyata',
  });
}

/** Two samples in ten wait for verification, so that both looks are seen. */
export function sampleIsVerified(villageCode: string): boolean {
  return chance(`verified ${villageCode}`) >= 0.2;
}

/** A stable id, so that the same sample never stands twice. */
export function sampleId(villageCode: string): string {
  const hex = createHash('sha256').update(`sample ${villageCode}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
