// Puts map and point field together for the forms of the panel: a tap on the map or what is typed is one point.
import { useState } from 'react';
import { writeCoordinates } from '#coordinates';
import { PointField } from '../features/evidence/point-field.tsx';
import type { PointPicker } from '../lib/point-picker.ts';
import type { PickedPoint } from '../map/modes/types.ts';

/** The map's side of it. */
export type Picking = {
  point: PickedPoint | null;
  onPoint: (point: PickedPoint | null) => void;
  /** True while a tap on the map sets the point. */
  onPicking: (isPicking: boolean) => void;
};

export function usePointPicker({ point, onPoint, onPicking }: Picking): PointPicker {
  const [typed, setTyped] = useState<{ text: string; point: PickedPoint | null }>({
    text: '',
    point: null,
  });
  // A point that the field does not know came from the map.
  const text =
    point === typed.point ? typed.text : point === null ? '' : writeCoordinates(point.position);
  return {
    position: point?.position ?? null,
    isUnfinished: point === null && text.trim() !== '',
    open: (from) => {
      onPoint(from && { position: from, source: 'map', accuracyM: null });
      setTyped({ text: '', point: null });
      onPicking(true);
    },
    close: () => {
      onPoint(null);
      onPicking(false);
    },
    field: (error) => (
      <PointField
        point={point}
        typed={text}
        onChange={(next, at) => {
          setTyped({ text: next, point: at });
          onPoint(at);
        }}
        error={error}
      />
    ),
  };
}
