// The head of a declaration: its name, until when, the note, and what can be done with it as a whole.
import { useState } from 'react';
import { Button, Menu } from '@mantine/core';
import type { DeclarationWindow } from '#contract/declarations';
import { matrixFile, matrixFormats } from '../../api/declarations.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { CloseDialog } from './close-dialog.tsx';
import { ClosingLine } from './closing-line.tsx';
import { AnsweredBars } from './window-card.tsx';
import css from './window.module.css';
import page from './declarations.module.css';

type Props = { window: DeclarationWindow; onBack: () => void };

export function WindowHead({ window, onBack }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.declarations;
  const [dialog, setDialog] = useState<'change' | 'close' | null>(null);
  const mayChange = window.mayManage && window.isOpen;
  return (
    <header className={css.head}>
      <div className={css.about}>
        <button type="button" className={`${page.link} ${css.back}`} onClick={onBack}>
          <Icon name="left" size={16} />
          {words.window.back}
        </button>
        <h2 className={page.title}>{window.title}</h2>
        <p className={page.cardFacts}>
          <span>{words.number(window.number)}</span>
          <ClosingLine window={window} />
          <span>{words.places(formatNumber(window.places, language))}</span>
          <span className={css.opened}>
            {words.openedBy(
              window.openedByName,
              window.officeName,
              formatDate(window.openedAt, language),
            )}
          </span>
        </p>
        {window.note !== '' && <p className={css.note}>{window.note}</p>}
      </div>
      <div className={css.side}>
        {window.operators.length > 1 && <AnsweredBars window={window} />}
        <div className={css.actions}>
          {mayChange && (
            <>
              <Button variant="default" size="xs" onClick={() => setDialog('change')}>
                {words.window.edit}
              </Button>
              <Button variant="default" size="xs" onClick={() => setDialog('close')}>
                {words.window.close}
              </Button>
            </>
          )}
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" size="xs" rightSection={<Icon name="down" size={14} />}>
                {words.window.exports}
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              {matrixFormats.map((format) => (
                <Menu.Item
                  key={format}
                  component="a"
                  href={matrixFile(window.id, format)}
                  {...(format === 'pdf' && { target: '_blank', rel: 'noopener' })}
                >
                  {words.window.formats[format]}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        </div>
      </div>
      {dialog === 'change' && <ChangeDialog window={window} onClose={() => setDialog(null)} />}
      {dialog === 'close' && <CloseDialog window={window} onClose={() => setDialog(null)} />}
    </header>
  );
}
