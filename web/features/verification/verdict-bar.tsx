// The decisions about a report, each with its key; those that need words or an original ask for them here.
import { Button } from '@mantine/core';
import type { QueuedReport, Verdict, VerdictAction } from '#contract/verification';
import { useText } from '../../i18n/text.tsx';
import css from './verdict.module.css';
import { OtherReport } from './other-reports.tsx';
import { ReasonForm } from './reason-form.tsx';

/** The decisions that need something before they are given. */
export type Asked = Exclude<VerdictAction, 'verify'>;

const keys: Partial<Record<VerdictAction, string>> = {
  verify: 'v',
  reject: 'r',
  duplicate: 'd',
  ask: 't',
};

type Props = {
  queued: QueuedReport;
  asked: Asked | null;
  onAsk: (action: Asked | null) => void;
  onGive: (verdict: Verdict) => void;
};

export function VerdictBar({ queued, asked, onAsk, onGive }: Props) {
  const t = useText();
  const words = t.verification.verdict;
  const { actions } = queued;
  if (actions.length === 0) return null;
  return (
    <footer className={css.verdict} aria-label={words.label}>
      {asked === 'duplicate' ? (
        <OriginalChooser queued={queued} onGive={onGive} onCancel={() => onAsk(null)} />
      ) : asked !== null ? (
        <ReasonForm
          key={asked}
          action={asked}
          onGive={(reason) => onGive({ action: asked, reason })}
          onCancel={() => onAsk(null)}
        />
      ) : (
        <div className={css.buttons}>
          {actions.map((action) => (
            <Button
              key={action}
              variant={action === 'verify' ? 'filled' : 'default'}
              aria-keyshortcuts={keys[action]}
              rightSection={keys[action] && <kbd className={css.key}>{keys[action]}</kbd>}
              onClick={() => (action === 'verify' ? onGive({ action }) : onAsk(action))}
            >
              {words[action]}
            </Button>
          ))}
        </div>
      )}
    </footer>
  );
}

type ChooserProps = Pick<Props, 'queued' | 'onGive'> & { onCancel: () => void };

/** The likely originals first, then the village's other reports that can be one. */
function OriginalChooser({ queued, onGive, onCancel }: ChooserProps) {
  const t = useText();
  const words = t.verification.verdict;
  const { report, others, likelySame } = queued;
  const possible = others
    .filter(
      (other) =>
        other.villageCode === report.villageCode &&
        other.isSample === report.isSample &&
        other.state !== 'rejected' &&
        other.state !== 'duplicate',
    )
    .toSorted((a, b) => Number(likelySame.includes(b.id)) - Number(likelySame.includes(a.id)));
  const focusFirst = (element: HTMLElement | null) => element?.querySelector('button')?.focus();
  return (
    <div
      ref={focusFirst}
      role="group"
      aria-label={words.chooseOriginal}
      onKeyDown={(event) => event.key === 'Escape' && onCancel()}
    >
      <p className={css.question}>
        {possible.length > 0 ? words.chooseOriginal : words.noOriginal}
      </p>
      <ul className={css.originals}>
        {possible.map((other) => (
          <li key={other.id}>
            <OtherReport
              other={other}
              isLikelySame={likelySame.includes(other.id)}
              onPick={() => onGive({ action: 'duplicate', of: other.id })}
            />
          </li>
        ))}
      </ul>
      <Button variant="subtle" color="gray" onClick={onCancel}>
        {t.common.cancel}
      </Button>
    </div>
  );
}
