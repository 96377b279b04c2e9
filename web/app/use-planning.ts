// Planning on the map screen: what the address says of it, what of it is drawn, and what a click does.
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Account } from '#contract/auth';
import type { SitePosition } from '#contract/coverage';
import { bestQuery, gainQuery } from '../api/planning.ts';
import { fractionText } from '../features/planning/figures.ts';
import { useLanguage } from '../i18n/text.tsx';
import {
  bestRequest,
  formatBest,
  formatPlan,
  formatTower,
  parseBest,
  parsePlan,
  parseTower,
  plainCount,
  type BestWanted,
  type Tower,
} from '../lib/plan-view.ts';
import type { MapSearch } from '../lib/view.ts';
import type { PlanDrawing } from '../map/layers/plan.ts';
import type { PickedPoint } from '../map/modes/types.ts';
import type { OnSearch } from './use-map-address.ts';

const nowhere: SitePosition = [0, 0];
const noRegency: BestWanted = { regencyCode: '00.00', count: plainCount };
const samePlaceM = 30;
const metresPerDegree = 111_195;

/** As on a plane, which is near enough for what is drawn. */
function isNear([lngA, latA]: SitePosition, [lngB, latB]: SitePosition, radiusM: number): boolean {
  const dLng = (lngB - lngA) * Math.cos((latA * Math.PI) / 180);
  return Math.hypot(dLng, latB - latA) * metresPerDegree <= radiusM;
}

const stepId = (index: number) => `step:${index}`;

/** Whose plans somebody may save: null: everyone's; empty: nobody's. */
function savesFor(account: Account | null | undefined): readonly string[] | null {
  if (account?.role === 'admin' || account?.role === 'staff') return null;
  const operatorId = account?.role === 'liaison' ? account.office.operatorId : null;
  return operatorId === null || operatorId === undefined ? [] : [operatorId];
}

export function usePlanning(
  search: MapSearch,
  account: Account | null | undefined,
  onSearch: OnSearch,
) {
  const { language } = useLanguage();
  const plan = useMemo(() => parsePlan(search.plan), [search.plan]);
  const best = useMemo(() => parseBest(search.best), [search.best]);
  const tower = useMemo(() => parseTower(search.tower), [search.tower]);
  const position = plan?.position ?? null;
  const siteId = search.planof ?? null;

  const candidate = { ...tower, position: position ?? nowhere, exceptSiteId: siteId };
  const gain = useQuery({ ...gainQuery(candidate), enabled: position !== null }).data;
  const wanted = bestRequest(best ?? noRegency, tower);
  const found = useQuery({ ...bestQuery(wanted), enabled: best !== null }).data;
  const steps = best === null ? undefined : found?.steps;

  const drawing = useMemo<PlanDrawing | null>(() => {
    if (plan === null && best === null) return null;
    const shown = position === null ? undefined : gain;
    return {
      footprint: shown?.footprint ?? null,
      notes: (shown?.villages ?? [])
        // At the point of a village far off it would be read as of there.
        .filter(
          ({ position: at }) => position !== null && isNear(position, at, shown?.radiusM ?? 0),
        )
        .map(({ position: at, newFraction }) => ({
          position: at,
          text: fractionText(newFraction, language),
        })),
      steps: (steps ?? []).flatMap((step, index) =>
        // The tower that is planned stands there already.
        position !== null && isNear(position, step.position, samePlaceM)
          ? []
          : [{ id: stepId(index), position: step.position, number: index + 1 }],
      ),
    };
  }, [plan, best, position, gain, steps, language]);
  const point = useMemo<PickedPoint | null>(
    () => position && { position, source: 'map', accuracyM: null },
    [position],
  );

  /** The first placing is a step that Back undoes; moving the tower on is not. */
  const place = (at: SitePosition) =>
    onSearch({ plan: formatPlan({ position: at }) }, { replace: position !== null });

  return {
    isOn: plan !== null || best !== null,
    isPlacing: plan !== null,
    ...{ position, tower, best, siteId, point, drawing, place },
    savesFor: savesFor(account),
    /** With nothing placed yet: the next click says where. */
    start: () => onSearch({ plan: formatPlan({ position: null }), mark: undefined }),
    startBest: (regencyCode: string) =>
      onSearch({
        best: formatBest({ regencyCode, count: plainCount }),
        plan: undefined,
        mark: undefined,
      }),
    setBest: (next: BestWanted) => onSearch({ best: formatBest(next) }, { replace: true }),
    setTower: (next: Tower) => onSearch({ tower: formatTower(next) }, { replace: true }),
    /** Takes the numbered position with this id; false when it is none. */
    takeStep: (id: string) => {
      const index = steps?.findIndex((_step, at) => stepId(at) === id) ?? -1;
      const step = steps?.[index];
      if (step) onSearch({ plan: formatPlan({ position: step.position }) });
      return step !== undefined;
    },
    back: () => onSearch({ plan: undefined }),
    leave: () =>
      onSearch({ plan: undefined, best: undefined, tower: undefined, planof: undefined }),
  };
}

export type Planning = ReturnType<typeof usePlanning>;
