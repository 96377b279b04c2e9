// The keys of the queue on one sheet.
import { Modal } from '@mantine/core';
import { useText } from '../../i18n/text.tsx';
import css from './verdict.module.css';

export function KeyHelp({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useText();
  const words = t.verification.keys;
  const keys = [
    ['j', words.next],
    ['k', words.previous],
    ['Enter', words.open],
    ['v', words.verify],
    ['r', words.reject],
    ['d', words.duplicate],
    ['t', words.ask],
    ['u', words.undo],
    ['/', words.filter],
    ['?', words.help],
    ['Esc', words.escape],
  ] as const;
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={words.title}
      centered
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <dl className={css.keys}>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd className={css.key}>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
