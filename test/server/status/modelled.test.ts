// Filed coverage and computed footprints as evidence: what they say, what they never outdo, and that
// they are counted apart from what somebody has seen.
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Technology } from '../../../server/evidence/contract.ts';
import { statusFlags, unpackStatusList } from '../../../server/status/contract.ts';
import { refreshAllStatuses } from '../../../server/status/derive.ts';
import { modelledEvidence, type OperatorCoverage } from '../../../server/status/modelled-rules.ts';
import { defaultSettings } from '../../../server/status/rules.ts';
import { judgeVillage } from '../../../server/status/village-rules.ts';
import { createTestApp } from '../../helpers/app.ts';
import { anyEvidence, evidence, operatorIds, served } from '../../helpers/evidence.ts';
import { villages } from '../../helpers/place.ts';
import { addReport, decide } from '../../helpers/verify.ts';

const covering = (over: Partial<OperatorCoverage> = {}): OperatorCoverage => ({
  basis: 'computed',
  operatorId: 'telkomsel',
  datedOn: '2026-10-01',
  recordedAt: '2026-10-01T00:00:00.000Z',
  isComplete: false,
  areaFractions: new Map(),
  covered: new Map(),
  ...over,
});

const fractions = (...pairs: [Technology, number][]) => new Map(pairs);

describe('what coverage says of a village', () => {
  const cases: {
    name: string;
    coverage: Partial<OperatorCoverage>;
    located?: string[];
    says: [localityId: string | null, technology: string][];
  }[] = [
    { name: 'nothing where nothing is covered', coverage: {}, says: [] },
    {
      name: 'none of a filing that is complete',
      coverage: { basis: 'filed', isComplete: true },
      says: [[null, 'none']],
    },
    {
      name: 'the best technology that reaches half of it',
      coverage: { areaFractions: fractions(['2g', 0.9], ['4g', 0.5], ['5g', 0.49]) },
      says: [[null, '4g']],
    },
    {
      name: 'nothing where less than half is reached, complete or not',
      coverage: { basis: 'filed', isComplete: true, areaFractions: fractions(['4g', 0.49]) },
      says: [],
    },
    {
      name: 'each locality at its point, the others unknown',
      coverage: { areaFractions: fractions(['4g', 0.9]), covered: new Map([['a', '4g']]) },
      located: ['a', 'b'],
      says: [['a', '4g']],
    },
    {
      name: 'none of the other localities where the filing is complete',
      coverage: { basis: 'filed', isComplete: true, covered: new Map([['a', '2g']]) },
      located: ['a', 'b'],
      says: [
        ['a', '2g'],
        ['b', 'none'],
      ],
    },
    {
      name: 'nothing of a village whose known localities all lie outside, however large the area',
      coverage: { areaFractions: fractions(['4g', 0.8]) },
      located: ['a'],
      says: [],
    },
  ];
  test.each(cases)('$name', ({ coverage, located = [], says }) => {
    const said = modelledEvidence(covering(coverage), located, 0.5);
    expect(said.map(({ localityId, technology }) => [localityId, technology])).toEqual(says);
  });

  test('more coverage never takes a technology away', () => {
    const technology = fc.constantFrom<Technology>('2g', '3g', '4g', '5g');
    const share = fc.dictionary(
      technology,
      fc.integer({ min: 0, max: 100 }).map((n) => n / 100),
    );
    fc.assert(
      fc.property(share, technology, (shares, more) => {
        const best = (areas: Map<Technology, number>) =>
          modelledEvidence(covering({ areaFractions: areas }), [], 0.5)[0]?.technology ?? 'none';
        const before = new Map(Object.entries(shares) as [Technology, number][]);
        const after = new Map(before).set(more, 1);
        expect(best(after) >= best(before) || best(before) === 'none').toBe(true);
      }),
    );
  });
});

describe('beside other evidence', () => {
  const judge = (pieces: Parameters<typeof judgeVillage>[0], localities: string[] = []) =>
    judgeVillage(
      pieces,
      localities.map((id) => ({ id, population: null, households: null })),
      operatorIds,
      defaultSettings,
    );
  const model = (over: Partial<OperatorCoverage>, located: string[] = []) =>
    modelledEvidence(covering(over), located, 0.5);
  const everywhere = { areaFractions: fractions(['4g', 1]) };

  test('a model alone gives a status, and says that it is one', () => {
    expect(judge(model(everywhere))).toMatchObject({
      status: 'served',
      confirmed: true,
      isModelled: true,
      isSample: false,
    });
  });

  test('an old measurement outdoes a new model, and the disagreement is told', () => {
    const measured = evidence({ observedOn: '2020-01-01' });
    expect(judge([measured, ...model(everywhere)])).toMatchObject({
      status: 'incomplete',
      isModelled: false,
      hasConflict: true,
    });
  });

  test('a report about the village outdoes a model of one of its localities', () => {
    const covered = model({ covered: new Map([['a', '4g']]) }, ['a', 'b']);
    const measured = evidence({ kind: 'measurement' });
    const verdict = judge([measured, ...covered], ['a', 'b']);
    expect(verdict.operators[0]).toMatchObject({ status: 'blankspot' });
  });

  test('a filing outdoes statistics, and these a computed footprint', () => {
    const filed = model({ ...everywhere, basis: 'filed' });
    const statistics = (operatorId: string) => evidence({ kind: 'statistics', operatorId });
    expect(judge([statistics('telkomsel'), ...filed]).operators[0]?.status).toBe('served');
    expect(judge([statistics('telkomsel'), ...model(everywhere)]).operators[0]?.status).toBe(
      'blankspot',
    );
  });

  test('a blankspot is modelled as soon as one absence is only filed', () => {
    const nothingFiled = model({ basis: 'filed', isComplete: true });
    const measured = operatorIds.slice(1).map((operatorId) => evidence({ operatorId }));
    expect(judge([...measured, ...nothingFiled])).toMatchObject({
      status: 'blankspot',
      isModelled: true,
    });
    expect(judge(operatorIds.map((operatorId) => evidence({ operatorId })))).toMatchObject({
      status: 'blankspot',
      isModelled: false,
    });
  });

  test('a signal that somebody measured is not modelled, whatever else is', () => {
    expect(
      judge([evidence({ ...served, operatorId: 'indosat' }), ...model(everywhere)]),
    ).toMatchObject({ status: 'served', isModelled: false });
  });

  test('a computed footprint never changes the status of an operator about which somebody spoke', () => {
    const field = anyEvidence.filter(
      ({ kind, verified, operatorId }) =>
        verified && operatorId === 'telkomsel' && kind === 'measurement',
    );
    fc.assert(
      fc.property(field, (piece) => {
        const alone = judge([{ ...piece, localityId: null }]).operators[0];
        const both = judge([{ ...piece, localityId: null }, ...model(everywhere)]).operators[0];
        expect(both?.status).toBe(alone?.status);
      }),
    );
  });
});

describe('in the app', () => {
  const inderapura = 1301012001;
  const mau = 1301012002;

  /** Telkomsel's computed 4G covers all of Inderapura and a tenth of Ma'u Besar. */
  function withShares(t: ReturnType<typeof createTestApp>): void {
    t.db.exec(`
      INSERT INTO coverage_layer (id, basis, phase, operator_id, technology) VALUES
        (1, 'computed', 'on_air', 'telkomsel', '4g'), (2, 'computed', 'on_air', '*', '4g'),
        (3, 'computed', 'planned', 'indosat', '4g');
      INSERT INTO village_coverage (id, layer_id, area_fraction, localities, localities_covered) VALUES
        (${inderapura}, 1, 1, 0, 0), (${inderapura}, 2, 1, 0, 0), (${mau}, 1, 0.1, 0, 0),
        (${mau}, 3, 1, 0, 0);`);
  }

  test('is listed, counted apart and explained; a report takes its place', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    const budi = await t.person('staff');
    withShares(t);
    t.db
      .prepare(
        `INSERT INTO site (id, operator_id, ref, lng, lat, source, created_at, updated_at, updated_by)
         VALUES ('s1', 'telkomsel', 'PSR001', 100, -2, 'operator', @at, @at, @by)`,
      )
      .run({ at: '2026-11-01T20:00:00.000Z', by: sari.id });
    refreshAllStatuses(t.db, '2026-11-22');

    const { body: list } = await sari.send('/api/statuses');
    expect([...unpackStatusList(list)]).toEqual([
      {
        id: inderapura,
        status: 'served',
        majority: null,
        flags: statusFlags.modelled,
        knownTenths: 3,
      },
    ]);
    const { body: counts } = await sari.send('/api/statuses/13/counts');
    expect(counts).toMatchObject({
      total: 3,
      byStatus: { served: 0, unknown: 2 },
      modelled: { served: 1, unknown: 0 },
    });
    const { body: why } = await sari.send(`/api/statuses/${villages.inderapura}`);
    expect(why).toMatchObject({ status: 'served', modelled: true });
    expect(why.operators[0].why).toEqual([
      expect.objectContaining({
        kind: 'computed',
        reportId: null,
        observedOn: '2026-11-02',
        modelled: { areaFraction: 1, localities: 0, localitiesCovered: 0 },
        part: 'made',
      }),
    ]);

    const id = await addReport(sari, {
      villageCode: villages.inderapura,
      statements: [{ operatorId: 'telkomsel', technology: '2g', strength: 'weak' }],
    });
    expect((await decide(budi, id, 1, { action: 'verify' })).status).toBe(200);
    const { body: after } = await sari.send(`/api/statuses/${villages.inderapura}`);
    expect(after).toMatchObject({ status: '2g_only', modelled: false, conflict: true });
  });

  test('a complete filing says of the rest of its regency that there is nothing', async () => {
    const t = createTestApp();
    const sari = await t.person('staff');
    withShares(t);
    t.db.exec(`
      UPDATE coverage_layer SET basis = 'filed' WHERE id = 1;
      INSERT INTO import (id, kind, file_name, sha256, bytes, sheets, sheet, mapping, dated_on,
          regency_code, operator_id, is_complete, state, office_id, created_at, created_by)
        SELECT 'i1', 'coverage', 'a.kmz', '00', 1, '[]', 0, '{}', '2026-09-01', '13.01', 'telkomsel',
          1, 'stored', office_id, '2026-09-01', id FROM account LIMIT 1;
      INSERT INTO footprint (layer_id, import_id, since_on, shape)
        VALUES (1, 'i1', '2026-09-01', '[]');
      DELETE FROM village_coverage WHERE id = ${mau};`);
    refreshAllStatuses(t.db, '2026-11-22');
    const { body } = await sari.send('/api/statuses?operator=telkomsel');
    expect([...unpackStatusList(body)].map(({ id, status }) => [id, status])).toEqual([
      [inderapura, 'served'],
      [mau, 'blankspot'],
    ]);
  });
});
