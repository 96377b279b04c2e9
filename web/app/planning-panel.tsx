// The panel of planning on the map screen: the tower that is thought of, or where towers help most.
import type { SitePosition } from '#contract/coverage';
import { BestPanel } from '../features/planning/best-panel.tsx';
import { CandidatePanel } from '../features/planning/candidate-panel.tsx';
import './mantine-parts.ts';
import type { Planning } from './use-planning.ts';

type Props = {
  planning: Planning;
  /** The province that was loaded; null when it is the whole country. */
  provinceCode: string | null;
  onShow: (position: SitePosition) => void;
};

export default function PlanningPanel({ planning, provinceCode, onShow }: Props) {
  const { best, position, tower, siteId, savesFor, isPlacing } = planning;
  if (best !== null && !isPlacing)
    return (
      <BestPanel
        wanted={best}
        onWanted={planning.setBest}
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
      onBest={planning.startBest}
      onBack={best === null ? null : planning.back}
      onLeave={planning.leave}
    />
  );
}
