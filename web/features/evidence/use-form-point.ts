// The point of the form and the text that stands for it, in step with the pin on the map.
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { writeCoordinates } from '#coordinates';
import type { PickedPoint } from '../../map/modes/types.ts';

const textOf = (point: PickedPoint | null) => (point ? writeCoordinates(point.position) : '');
const keyOf = (point: PickedPoint | null) => String(point?.position ?? null);

type Props = {
  /** What the form begins with. */
  start: { point: PickedPoint | null; typedPoint: string | null };
  /** The map's. */
  point: PickedPoint | null;
  onPointChange: (point: PickedPoint | null) => void;
  /** After every change by a person, here or on the map. */
  onTouched: () => void;
};

export function useFormPoint({ start, point, onPointChange, onTouched }: Props) {
  const [typedPoint, setTypedPoint] = useState(start.typedPoint ?? textOf(start.point ?? point));
  /** The point this form last knew: a different one came from the map. */
  const known = useRef(keyOf(point));

  const setPoint = (next: PickedPoint | null, typed = textOf(next)) => {
    known.current = keyOf(next);
    setTypedPoint(typed);
    onTouched();
    onPointChange(next);
  };

  const open = useEffectEvent(() => {
    if (!start.point || point) return;
    known.current = keyOf(start.point);
    onPointChange(start.point);
  });
  useEffect(() => open(), []);

  const follow = useEffectEvent(() => {
    if (keyOf(point) === known.current) return;
    known.current = keyOf(point);
    setTypedPoint(textOf(point));
    onTouched();
  });
  useEffect(() => follow(), [point]);

  return { typedPoint, setPoint };
}
