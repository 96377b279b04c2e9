// A form takes the map's point picker while it is open, and gives it back when it closes.
import { useEffect, useEffectEvent } from 'react';
import type { Position } from '#contract/regions';
import type { PointPicker } from './point-picker.ts';

/** `from` is where the picker begins; later changes of it are the picker's own. */
export function usePicker(picker: PointPicker, from: Position | null): void {
  const begin = useEffectEvent(() => picker.open(from));
  const end = useEffectEvent(() => picker.close());
  useEffect(() => {
    begin();
    return () => end();
  }, []);
}
