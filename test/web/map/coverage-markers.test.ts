// Which points of coverage are drawn: the legend is the filter of towers and measurements, too.
import { describe, expect, test } from 'vitest';
import type { SitePoint, SiteState } from '#contract/coverage';
import type { MeasuredPoint } from '#contract/coverage-map';
import { isDrawnSite, measuredMarker, siteMarker } from '../../../web/app/coverage-markers.ts';
import { parseCoverage } from '../../../web/lib/coverage-view.ts';

const site: SitePoint = {
  id: '7c1f3a52-6f0e-4d9b-8a34-0f6f3b1c2d4e',
  operatorId: 'indosat',
  name: '',
  position: [100, -1],
  source: 'crowd',
  technology: '4g',
  state: 'on_air',
};

describe('a tower is drawn', () => {
  test.each<[string, SiteState, boolean]>([
    ['//sites', 'planned', true],
    ['indosat//on_air,computed,sites', 'on_air', true],
    ['indosat//on_air,computed,sites', 'planned', false],
    ['indosat//planned,computed,sites', 'built', true],
    ['indosat//planned,computed,sites', 'on_air', false],
    ['indosat//on_air,computed,sites', 'off', true],
    ['all//on_air,computed,sites', 'on_air', true],
    ['telkomsel//on_air,computed,sites', 'on_air', false],
  ])('with %s, %s: %s', (cov, state, isDrawn) => {
    expect(isDrawnSite({ ...site, state }, parseCoverage(cov))).toBe(isDrawn);
  });

  test('in the hue of its operator, marked as an estimate', () => {
    const marker = siteMarker(site, ['telkomsel', 'indosat'], site.id);
    expect(marker).toMatchObject({ image: 'site-1-on_air-crowd', isSelected: true });
  });
});

describe('a measurement is drawn', () => {
  const said = (operatorId: string, status: MeasuredPoint['statements'][number]['status']) => ({
    ...{ operatorId, status, technology: '4g' as const, strength: null, rsrpDbm: null },
  });
  const point: MeasuredPoint = {
    ...{ id: site.id, kind: 'measurement', villageCode: '13.01.01.2001', position: [100, -1] },
    observedOn: '2026-11-15',
    statements: [said('telkomsel', 'blankspot'), said('indosat', 'weak')],
  };
  test.each<[string, string[]]>([
    ['//measured', ['measured-weak']],
    ['all//measured', ['measured-weak']],
    ['telkomsel//measured', ['measured-blankspot']],
    ['xlsmart//measured', []],
  ])('with %s as %j', (cov, images) => {
    expect(measuredMarker(point, parseCoverage(cov)).map(({ image }) => image)).toEqual(images);
  });
});
