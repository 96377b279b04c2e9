// Brings what was opened into view, and keeps it there while what stands above it is still loading.
import { useEffect, type RefObject } from 'react';

/** After this long, or as soon as a person scrolls, the page stays where it is; milliseconds. */
const patienceMs = 2000;

/** The nearest ancestor that scrolls. */
function scrollerOf(element: HTMLElement): HTMLElement | null {
  for (let parent = element.parentElement; parent; parent = parent.parentElement)
    if (getComputedStyle(parent).overflowY === 'auto') return parent;
  return null;
}

export function useKeptInView(element: RefObject<HTMLElement | null>, isOpen: boolean): void {
  useEffect(() => {
    const target = element.current;
    if (!isOpen || !target) return;
    const show = () => target.scrollIntoView({ block: 'nearest' });
    show();
    const scroller = scrollerOf(target);
    if (!scroller) return;
    const observer = new ResizeObserver(show);
    for (const part of scroller.children) observer.observe(part);
    const stop = () => observer.disconnect();
    const timer = setTimeout(stop, patienceMs);
    const signs = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
    for (const sign of signs) scroller.addEventListener(sign, stop, { passive: true });
    return () => {
      stop();
      clearTimeout(timer);
      for (const sign of signs) scroller.removeEventListener(sign, stop);
    };
  }, [element, isOpen]);
}
