// Floats over the map: search at the left; connection, language, theme and account at the right.
import { useQuery } from '@tanstack/react-query';
import type { Account } from '#contract/auth';
import type { SearchHit } from '#contract/regions';
import type { Connection } from '../api/events.ts';
import { statusesQuery } from '../api/status.ts';
import { SearchBox } from '../features/regions/search-box.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { formatDateTime } from '../lib/format.ts';
import { phoneQuery, useMedia } from '../lib/use-media.ts';
import { AccountButton } from './account-button.tsx';
import { Appearance } from './appearance.tsx';
import css from './top-bar.module.css';

/** One sign for the line: live, or offline and of when the statuses are. */
function Live({ connection }: { connection: Connection }) {
  const t = useText();
  const { language } = useLanguage();
  const { data: statuses } = useQuery({ ...statusesQuery, enabled: false });
  const keptAt = statuses?.keptAt ?? null;
  const isCutOff = connection === 'cut-off';
  if (connection === 'connecting') return null;
  return (
    <span
      className={css.live}
      role="status"
      data-connection={connection}
      title={isCutOff ? t.shell.cutOffHint : t.shell.liveHint}
    >
      {isCutOff ? t.shell.cutOff : t.shell.live}
      {isCutOff && keptAt !== null && (
        <span className={css.asOf}>{t.shell.statusAsOf(formatDateTime(keptAt, language))}</span>
      )}
    </span>
  );
}

type Props = {
  connection: Connection;
  account: Account | null;
  onSelect: (hit: SearchHit) => void;
};

export function TopBar({ connection, account, onSelect }: Props) {
  const isPhone = useMedia(phoneQuery);
  return (
    <div className={css.bar}>
      <SearchBox onSelect={onSelect} />
      <div className={css.tools}>
        <Live connection={connection} />
        {!isPhone && <Appearance />}
        {account && <AccountButton account={account} />}
      </div>
    </div>
  );
}
