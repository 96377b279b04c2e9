// The line between two parts of a screen, moved by dragging or by the arrow keys.
import { useState, type KeyboardEvent, type PointerEvent } from 'react';
import css from './divider.module.css';

type Props = {
  label: string;
  hint: string;
  /** True between an upper and a lower part. */
  isHorizontal: boolean;
  /** Of the first part, 0–1. */
  share: number;
  onShare: (share: number) => void;
};

/** Neither part vanishes. */
const smallest = 0.15;
const step = 0.05;

const within = (share: number) => Math.min(1 - smallest, Math.max(smallest, share));

export function Divider({ label, hint, isHorizontal, share, onShare }: Props) {
  const [isDragging, setIsDragging] = useState(false);
  const onKeyDown = (event: KeyboardEvent) => {
    const steps = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    onShare(within(share + steps * step));
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!isDragging || !box) return;
    const at = isHorizontal
      ? (event.clientY - box.top) / box.height
      : (event.clientX - box.left) / box.width;
    onShare(within(at));
  };
  return (
    <button
      type="button"
      role="slider"
      className={css.divider}
      data-horizontal={isHorizontal || undefined}
      aria-label={label}
      aria-description={hint}
      aria-orientation={isHorizontal ? 'vertical' : 'horizontal'}
      aria-valuemin={Math.round(smallest * 100)}
      aria-valuemax={Math.round((1 - smallest) * 100)}
      aria-valuenow={Math.round(share * 100)}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        setIsDragging(true);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => setIsDragging(false)}
      onPointerCancel={() => setIsDragging(false)}
    />
  );
}
