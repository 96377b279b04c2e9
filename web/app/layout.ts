// How much of the map panels cover, so that flights end in the free part. Pure.
import type { SheetHeight } from '../ui/panel.tsx';

export type Layout = {
  isPhone: boolean;
  hasLeft: boolean;
  hasRight: boolean;
  sheet: SheetHeight;
  /** Height of the map, CSS pixels. */
  heightPx: number;
};

const barPx = 68;
const legendPx = 252;
const listPx = 484;
const placePx = 400;
const peekPx = 184;

/** CSS pixels on each side; a sheet at full height counts as half, or nothing would be left. */
export function mapPadding({ isPhone, hasLeft, hasRight, sheet, heightPx }: Layout) {
  if (!isPhone)
    return {
      top: barPx + 8,
      bottom: 56,
      left: hasLeft ? listPx + (hasRight ? 12 : legendPx) : legendPx,
      right: hasRight ? placePx + 8 : 56,
    };
  const hasSheet = hasLeft || hasRight;
  const bottom = !hasSheet ? 0 : sheet === 'peek' ? peekPx : Math.round(heightPx * 0.52);
  return { top: barPx + 44, bottom: bottom + 24, left: 16, right: 16 };
}
