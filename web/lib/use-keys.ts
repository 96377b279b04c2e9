// Single keys that work anywhere on the screen, except where something is being typed or asked.
import { useEffect, useEffectEvent } from 'react';

/** By `KeyboardEvent.key`; what is not there is left alone. */
export type Keys = Record<string, (() => void) | undefined>;

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable]')
  );
}

/** Enter presses what has the focus. */
function isPressable(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('button, a');
}

export function useKeys(keys: Keys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const hasModifier = event.ctrlKey || event.metaKey || event.altKey;
    if (event.defaultPrevented || hasModifier || isTyping(event.target)) return;
    if (document.querySelector('[role="dialog"]') !== null) return;
    if (event.key === 'Enter' && isPressable(event.target)) return;
    const run = keys[event.key];
    if (!run) return;
    event.preventDefault();
    run();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}
