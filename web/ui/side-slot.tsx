// Something that stands beside a list: docked at its right, or over all of it on a phone. Esc closes.
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Modal } from '@mantine/core';
import { phoneQuery, useMedia } from '../lib/use-media.ts';
import { IconButton } from './icon-button.tsx';
import css from './side-slot.module.css';

type Props = { label: string; onClose: () => void; children: ReactNode };

export function SideSlot({ label, onClose, children }: Props) {
  const isPhone = useMedia(phoneQuery);
  if (isPhone)
    return (
      <Modal.Root opened onClose={onClose} fullScreen transitionProps={{ duration: 0 }}>
        <Modal.Content aria-label={label}>
          <section className={css.sheet}>{children}</section>
        </Modal.Content>
      </Modal.Root>
    );
  return (
    <Docked label={label} onClose={onClose}>
      {children}
    </Docked>
  );
}

/** Takes the focus when it opens, and gives it back to where it came from. */
function Docked({ label, onClose, children }: Props) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    // A form inside has led to its first field already.
    if (!element.current?.contains(before)) element.current?.focus({ preventScroll: true });
    return () => {
      if (before instanceof HTMLElement && before.isConnected)
        before.focus({ preventScroll: true });
    };
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    onClose();
  };
  return (
    <aside
      ref={element}
      className={css.side}
      aria-label={label}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      {children}
    </aside>
  );
}

type TitledProps = { title: string; closeLabel: string; onClose: () => void; children: ReactNode };

/** With a head that stays while what is below it scrolls. */
export function TitledSideSlot({ title, closeLabel, onClose, children }: TitledProps) {
  return (
    <SideSlot label={title} onClose={onClose}>
      <header className={css.head}>
        <h2>{title}</h2>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </header>
      <div className={css.body}>{children}</div>
    </SideSlot>
  );
}
