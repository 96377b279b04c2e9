// Something that stands beside a list: docked at its right, or over all of it on a phone. Esc closes.
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Modal } from '@mantine/core';
import { phoneQuery, useMedia } from '../lib/use-media.ts';
import { IconButton } from './icon-button.tsx';
import css from './side-slot.module.css';

type Props = {
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
};

export function SideSlot(props: Props) {
  const isPhone = useMedia(phoneQuery);
  const { title, onClose } = props;
  if (!isPhone) return <Docked {...props} />;
  return (
    <Modal.Root opened onClose={onClose} fullScreen transitionProps={{ duration: 0 }}>
      <Modal.Content aria-label={title}>
        <div className={css.sheet}>
          <Inside {...props} />
        </div>
      </Modal.Content>
    </Modal.Root>
  );
}

/** Takes the focus when it opens, and gives it back to where it came from. */
function Docked(props: Props) {
  const { title, onClose } = props;
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
      aria-label={title}
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <Inside {...props} />
    </aside>
  );
}

function Inside({ title, closeLabel, onClose, children }: Props) {
  return (
    <>
      <header className={css.head}>
        <h2>{title}</h2>
        <IconButton icon="close" label={closeLabel} onClick={onClose} />
      </header>
      <div className={css.body}>{children}</div>
    </>
  );
}
