// The panel of a site on the map screen: its feature with the map's point picker.
import { SitePanel } from '../features/coverage/site-panel.tsx';
import type { Position } from '#contract/regions';
import './mantine-parts.ts';
import { usePointPicker, type Picking } from './use-point-picker.tsx';

type Props = {
  id: string;
  picking: Picking;
  onShow: (position: Position) => void;
  onClose: () => void;
};

export default function SiteSlot({ id, picking, onShow, onClose }: Props) {
  const picker = usePointPicker(picking);
  return <SitePanel key={id} id={id} picker={picker} onShow={onShow} onClose={onClose} />;
}
