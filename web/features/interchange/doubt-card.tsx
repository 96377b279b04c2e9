// One doubtful row: what the file says beside what it may mean, and the ways to settle it.
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import type { Account } from '#contract/auth';
import type { DoubtOption, ImportRow, RowDoubt } from '#contract/interchange';
import { writeCoordinates } from '#coordinates';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDistance, formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { CellList } from './row-table.tsx';
import { VillageSearch } from './village-search.tsx';
import { villagePath, villageTitle } from './words.ts';
import doubtCss from './doubt.module.css';
import css from './import.module.css';

type Props = {
  row: ImportRow;
  doubt: RowDoubt;
  account: Account;
  isBusy: boolean;
  error: Error | null;
  alsoAlike: boolean;
  onAlsoAlike: (on: boolean) => void;
  remember: boolean;
  onRemember: (on: boolean) => void;
  onChoose: (key: string) => void;
  onSkip: () => void;
  /** What takes the map to the row. */
  showOnMap: ReactNode;
};

export function DoubtCard(props: Props) {
  const { row, doubt, account, isBusy, error, onChoose, onSkip } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.doubt;
  return (
    <div className={doubtCss.doubtCard}>
      <div className={doubtCss.said}>
        <h3 className={css.small}>
          {words.said} {props.showOnMap}
        </h3>
        <CellList row={row} />
      </div>
      <div className={doubtCss.meant}>
        <h3 className={css.small}>{words.meant}</h3>
        {doubt.options.length === 0 && <p className={css.plain}>{words.none}</p>}
        <ol className={doubtCss.options}>
          {doubt.options.map((option, index) => (
            <li key={option.key}>
              <button
                type="button"
                className={doubtCss.option}
                data-option={option.key}
                disabled={isBusy}
                onClick={() => onChoose(option.key)}
              >
                <kbd className={doubtCss.key}>{index + 1}</kbd>
                <OptionWords option={option} doubt={doubt} />
              </button>
            </li>
          ))}
        </ol>
        {doubt.about === 'village' && (
          <VillageSearch regencyCode={account.office.regencyCode} onChoose={onChoose} />
        )}
        <div className={doubtCss.marks}>
          {doubt.alike > 0 && (
            <label className={doubtCss.mark}>
              <input
                type="checkbox"
                checked={props.alsoAlike}
                onChange={(event) => props.onAlsoAlike(event.currentTarget.checked)}
              />
              {words.alike(formatNumber(doubt.alike, language))}
              <kbd className={doubtCss.key}>a</kbd>
            </label>
          )}
          {doubt.about === 'village' && doubt.isMemorable && (
            <label className={doubtCss.mark}>
              <input
                type="checkbox"
                checked={props.remember}
                onChange={(event) => props.onRemember(event.currentTarget.checked)}
              />
              {words.remember}
              <kbd className={doubtCss.key}>i</kbd>
            </label>
          )}
        </div>
        <Button size="sm" variant="default" disabled={isBusy} onClick={onSkip}>
          {row.isSkipped ? words.takeBack : words.skip}
          <kbd className={doubtCss.key}>s</kbd>
        </Button>
        {error && (
          <Note tone="error" title={words.failed}>
            {problemText(error, t.problem)}
          </Note>
        )}
      </div>
    </div>
  );
}

function OptionWords({ option, doubt }: { option: DoubtOption; doubt: RowDoubt }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.doubt;
  const { key, village, locality, position, reason, distanceKm } = option;
  const why = reason === null ? undefined : words.why[reason];
  if (village)
    return (
      <span className={doubtCss.optionWords}>
        <strong>{villageTitle(village)}</strong>
        <span>{villagePath(village)}</span>
        <span className={css.quiet}>
          {[
            village.code,
            ...(why === undefined ? [] : [why]),
            ...(distanceKm === null
              ? []
              : [words.distance(formatDistance(distanceKm * 1000, language))]),
          ].join(' · ')}
        </span>
      </span>
    );
  const title = () => {
    if (locality) return `${locality.kind} ${locality.name}`;
    if (key === 'new') return words.newLocality(doubt.said);
    if (position === null) return words.withoutPoint;
    return key === 'given'
      ? words.asWritten(writeCoordinates(position))
      : writeCoordinates(position);
  };
  return (
    <span className={doubtCss.optionWords}>
      <strong>{title()}</strong>
      {why !== undefined && <span className={css.quiet}>{why}</span>}
    </span>
  );
}
