// The panel of a site on the map screen: its feature with the map's point picker.
import { useEffect, useEffectEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { Position } from '#contract/regions';
import { siteQuery } from '../api/coverage.ts';
import { SitePanel } from '../features/coverage/site-panel.tsx';
import { SiteSight } from '../features/planning/site-sight.tsx';
import { planOfSite } from '../lib/plan-view.ts';
import './mantine-parts.ts';
import { usePointPicker, type Picking } from './use-point-picker.tsx';

type Props = {
  id: string;
  picking: Picking;
  onShow: (position: Position) => void;
  /** It is there: it should not lie under the panel. */
  onArrive: (position: Position) => void;
  onClose: () => void;
  /** The site as a tower that is thought of, in the address's words. */
  onPlan: (plan: ReturnType<typeof planOfSite>) => void;
};

export default function SiteSlot({ id, picking, onShow, onArrive, onClose, onPlan }: Props) {
  const picker = usePointPicker(picking);
  const { data: site } = useQuery(siteQuery(id));
  const arrive = useEffectEvent(() => site && onArrive(site.position));
  const arrivedId = site?.id;
  useEffect(() => {
    if (arrivedId !== undefined) arrive();
  }, [arrivedId]);
  return (
    <SitePanel key={id} id={id} picker={picker} onShow={onShow} onClose={onClose}>
      {(shown) => (
        <SiteSight site={shown} picker={picker} onPlan={() => onPlan(planOfSite(shown))} />
      )}
    </SitePanel>
  );
}
