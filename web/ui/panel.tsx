// A panel over the map: docked at an edge on a wide screen, a bottom sheet with three heights on a phone.
import { useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import css from './panel.module.css';

export const sheetHeights = ['peek', 'half', 'full'] as const;
export type SheetHeight = (typeof sheetHeights)[number];

type Words = { height: string; hint: string; names: Record<SheetHeight, string> };

type Props = {
  label: string;
  side: 'left' | 'right';
  isPhone: boolean;
  height: SheetHeight;
  onHeight: (height: SheetHeight) => void;
  words: Words;
  /** Esc inside the panel. */
  onEscape?: () => void;
  children: ReactNode;
};

/** Pixels of a drag that count as one step. */
const dragStepPx = 48;

function stepped(height: SheetHeight, steps: number): SheetHeight {
  const index = sheetHeights.indexOf(height) + steps;
  return sheetHeights[Math.max(0, Math.min(sheetHeights.length - 1, index))] ?? height;
}

type HandleProps = Pick<Props, 'height' | 'onHeight' | 'words'> & {
  onDrag: (px: number) => void;
};

function SheetHandle({ height, onHeight, words, onDrag }: HandleProps) {
  const [startY, setStartY] = useState<number | null>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const steps = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (steps === undefined) return;
    event.preventDefault();
    onHeight(stepped(height, steps));
  };
  const onPointerDown = (event: PointerEvent) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    setStartY(event.clientY);
  };
  const onPointerMove = (event: PointerEvent) => {
    if (startY !== null) onDrag(startY - event.clientY);
  };
  const onPointerUp = (event: PointerEvent) => {
    if (startY === null) return;
    const px = startY - event.clientY;
    setStartY(null);
    onDrag(0);
    if (Math.abs(px) < 6) return onHeight(height === 'full' ? 'peek' : stepped(height, 1));
    const steps = Math.abs(px) > 4 * dragStepPx ? 2 : Math.abs(px) > dragStepPx ? 1 : 0;
    onHeight(stepped(height, Math.sign(px) * steps));
  };

  return (
    <button
      type="button"
      role="slider"
      className={css.handle}
      aria-label={words.height}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={sheetHeights.length - 1}
      aria-valuenow={sheetHeights.indexOf(height)}
      aria-valuetext={words.names[height]}
      aria-description={words.hint}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerCancel={() => setStartY(null)}
    />
  );
}

export function Panel(props: Props) {
  const { label, side, isPhone, height, onHeight, words, onEscape, children } = props;
  const [dragPx, setDragPx] = useState(0);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onEscape?.();
  };
  if (!isPhone)
    return (
      <section className={css.panel} data-side={side} aria-label={label} onKeyDown={onKeyDown}>
        {children}
      </section>
    );
  return (
    <section
      className={css.sheet}
      data-height={height}
      data-dragging={dragPx !== 0 || undefined}
      style={{ '--drag': `${dragPx}px` }}
      aria-label={label}
      onKeyDown={onKeyDown}
    >
      <SheetHandle height={height} onHeight={onHeight} words={words} onDrag={setDragPx} />
      <div className={css.sheetBody}>{children}</div>
    </section>
  );
}
