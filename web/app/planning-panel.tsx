// The panel of planning on the map screen: the tower that is thought of, or where towers help most.
import { useQueryClient } from '@tanstack/react-query';
import type { SitePosition } from '#contract/coverage';
import type { Region } from '#contract/regions';
import { regionQuery } from '../api/regions.ts';
import { BestPanel } from '../features/planning/best-panel.tsx';
import { CandidatePanel } from '../features/planning/candidate-panel.tsx';
import './mantine-parts.ts';
import type { Planning } from './use-planning.ts';

/** What a person chooses in the panel is brought into view; what the address says is left where it is. */
function useShowRegency(onShowArea: (region: Region) => void) {
  const client = useQueryClient();
  return (code: string) => {
    void client.fetchQuery(regionQuery(code)).then(onShowArea, () => undefined);
  };
}

type Props = {
  planning: Planning;
  /** The province that was loaded; null when it is the whole country. */
  provinceCode: string | null;
  onShow: (position: SitePosition) => void;
  onShowArea: (region: Region) => void;
};

export default function PlanningPanel({ planning, provinceCode, onShow, onShowArea }: Props) {
  const showRegency = useShowRegency(onShowArea);
  const { best, position, tower, siteId, savesFor, isPlacing } = planning;
  if (best !== null && !isPlacing)
    return (
      <BestPanel
        wanted={best}
        onWanted={(wanted) => {
          planning.setBest(wanted);
          if (wanted.regencyCode !== best.regencyCode) showRegency(wanted.regencyCode);
        }}
        tower={tower}
        onTower={planning.setTower}
        provinceCode={provinceCode}
        onStep={(at) => {
          planning.place(at);
          onShow(at);
        }}
        onLeave={planning.leave}
      />
    );
  return (
    <CandidatePanel
      {...{ position, tower, siteId, savesFor, provinceCode, onShow }}
      onTower={planning.setTower}
      onBest={(regencyCode) => {
        planning.startBest(regencyCode);
        showRegency(regencyCode);
      }}
      onBack={best === null ? null : planning.back}
      onLeave={planning.leave}
    />
  );
}
