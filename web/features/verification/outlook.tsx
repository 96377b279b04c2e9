// What verifying would change of the village's status, and what would still be missing.
import type { StatusWhy } from '#contract/status';
import { useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { StatusChip } from '../../ui/status-chip.tsx';
import css from './detail.module.css';
import { lackingLines } from './words.ts';

function Chip({ why }: { why: StatusWhy }) {
  const t = useText();
  const isUnconfirmed = !why.confirmed && why.status !== 'unknown';
  return (
    <StatusChip
      status={why.status}
      label={t.status.names[why.status]}
      unconfirmed={isUnconfirmed}
      notes={isUnconfirmed ? [t.status.unconfirmed] : []}
    />
  );
}

export function Outlook({ why, after }: { why: StatusWhy; after: StatusWhy }) {
  const t = useText();
  const words = t.verification.outlook;
  const isSame = why.status === after.status && why.confirmed === after.confirmed;
  const lacking = lackingLines(after.operators, t);
  return (
    <div className={css.outlook}>
      <div className={css.outlookChips}>
        {isSame ? <span>{words.same}</span> : <Chip why={why} />}
        {!isSame && (
          <>
            <Icon name="right" size={16} />
            <span className="visually-hidden">{words.becomes}</span>
          </>
        )}
        <Chip why={after} />
      </div>
      {lacking.length > 0 && (
        <div>
          <p className={css.outlookHead}>{words.missing}</p>
          <ul>
            {lacking.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </div>
      )}
      {lacking.length === 0 && after.confirmed && <p>{words.enough}</p>}
    </div>
  );
}
