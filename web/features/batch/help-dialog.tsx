// All keys of the batch screen on one sheet.
import { Modal } from '@mantine/core';
import { useText } from '../../i18n/text.tsx';
import css from './batch.module.css';

export function HelpDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const t = useText();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t.batch.keys.more}
      centered
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <dl className={css.help}>
        {t.batch.help.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
