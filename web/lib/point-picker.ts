// How a form in a panel gets a point: tapped on the map, typed, or from the device. The app puts map and
// field together; a form knows only this.
import type { ReactNode } from 'react';
import type { Position } from '#contract/regions';

export type PointPicker = {
  /** [lng, lat]; null while none is set. */
  position: Position | null;
  /** Something is typed that stands for no point yet. */
  isUnfinished: boolean;
  /** From now on a tap on the map sets the point. */
  open: (from: Position | null) => void;
  close: () => void;
  /** The input field. */
  field: (error: string | undefined) => ReactNode;
};
