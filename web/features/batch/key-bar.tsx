// The keys of the cell that is active, as buttons: help for those who learn them, a pad on a phone.
import { Fragment } from 'react';
import type { Messages } from '../../i18n/id.ts';
import { useText } from '../../i18n/text.tsx';
import { isTextCell, type CellKind } from './cells.ts';
import type { Pressed } from './grid-keys.ts';
import css from './batch.module.css';

type Key = { key: string; label: string; words: string; ctrlKey?: boolean };

function keysOf(kind: CellKind, { batch, evidence }: Messages): Key[][] {
  const { strengths, times, places, keys, none } = batch;
  const { technologies } = evidence;
  if (kind === 'answer')
    return [
      [
        { key: '0', label: '0', words: none },
        ...(['2g', '3g', '4g', '5g'] as const).map((technology) => ({
          key: technology.charAt(0),
          label: technology.charAt(0),
          words: technologies[technology],
        })),
      ],
      [
        { key: 'l', label: 'L', words: strengths.weak },
        { key: 'k', label: 'K', words: strengths.strong },
        { key: 's', label: 'S', words: strengths.very_strong },
      ],
    ];
  if (kind === 'time')
    return [
      (['s', 'm', 'h'] as const).map((key) => ({
        key,
        label: key.toUpperCase(),
        words: times[key],
      })),
    ];
  if (kind === 'place')
    return [
      (['l', 'd', 'k'] as const).map((key) => ({
        key,
        label: key.toUpperCase(),
        words: places[key],
      })),
    ];
  return isTextCell(kind) ? [[{ key: 'F2', label: 'F2', words: keys.write }]] : [];
}

type Props = {
  kind: CellKind;
  onPress: (pressed: Pressed) => void;
  onHelp: () => void;
};

export function KeyBar({ kind, onPress, onHelp }: Props) {
  const t = useText();
  const words = t.batch.keys;
  const always: Key[] = [
    { key: '"', label: '"', words: words.above },
    ...(kind === 'name' || kind === 'note'
      ? []
      : [{ key: 'd', label: 'Ctrl+D', words: words.down, ctrlKey: true }]),
    { key: 'Delete', label: 'Del', words: words.clear },
  ];
  return (
    <div className={css.keys} role="toolbar" aria-label={words.label}>
      {[...keysOf(kind, t), always].map((group, index) => (
        <Fragment key={group[0]?.key}>
          {index > 0 && <span className={css.gap} />}
          {group.map(({ key, label, words: meaning, ctrlKey = false }) => (
            <button
              key={key}
              type="button"
              className={css.key}
              // The grid keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onPress({ key, ctrlKey, shiftKey: false })}
            >
              <kbd>{label}</kbd>
              {meaning}
            </button>
          ))}
        </Fragment>
      ))}
      {kind === 'day' && <span className={css.keyHint}>{words.day}</span>}
      <button type="button" className={css.more} onClick={onHelp}>
        {words.more}
      </button>
    </div>
  );
}
