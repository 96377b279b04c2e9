// Rows of one part as a table: what they say, which village they mean, what is wrong or the same.
import type { ImportPart, ImportRow } from '#contract/interchange';
import { useDecideRow } from '../../api/imports.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { Icon } from '../../ui/icons.tsx';
import { errorText, villagePath, villageTitle, warningTexts } from './words.ts';
import tableCss from './table.module.css';
import css from './import.module.css';

/** Rows that a map shows. */
export type RowPlaces = { has: (number: number) => boolean; show: (number: number) => void };

type Props = {
  id: string;
  part: ImportPart;
  rows: readonly ImportRow[];
  /** Choices may be taken back while nothing is stored. */
  isOpen: boolean;
  /** Null where no map shows the rows. */
  places?: RowPlaces | null;
};

export function RowTable({ id, part, rows, isOpen, places = null }: Props) {
  const t = useText();
  const words = t.imports.rows;
  const isWrong = part === 'wrong' || part === 'doubtful';
  const hasTitles = rows.some(({ title }) => title !== '');
  return (
    <div className={tableCss.scroll} tabIndex={0} role="group" aria-label={words.parts[part]}>
      <table className={tableCss.table} data-part={part}>
        <thead>
          <tr>
            <th scope="col" className={tableCss.number}>
              {words.row}
            </th>
            <th scope="col">
              {isWrong ? words.reason : hasTitles ? words.becomes : words.village}
            </th>
            <th scope="col">{words.content}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row key={row.number} id={id} row={row} isOpen={isOpen} places={places} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

type RowProps = { id: string; row: ImportRow; isOpen: boolean; places: RowPlaces | null };

function Row({ id, row, isOpen, places }: RowProps) {
  const { language } = useLanguage();
  return (
    <tr data-row={row.number}>
      <th scope="row" className={tableCss.number}>
        {places?.has(row.number) ? (
          <ShowOnMap number={row.number} places={places} />
        ) : (
          formatNumber(row.number, language)
        )}
      </th>
      <td>
        {row.errors.length > 0 || row.doubt ? (
          <Reasons row={row} />
        ) : (
          <Meaning id={id} row={row} isOpen={isOpen} />
        )}
      </td>
      <td>
        <CellList row={row} />
      </td>
    </tr>
  );
}

/** The number of a row, which takes the map to it; nothing where the map does not show it. */
export function ShowOnMap({ number, places }: { number: number; places: RowPlaces | null }) {
  const t = useText();
  const { language } = useLanguage();
  if (!places?.has(number)) return null;
  const shown = formatNumber(number, language);
  return (
    <button
      type="button"
      className={tableCss.place}
      aria-label={t.imports.rows.showRowOnMap(shown)}
      title={t.imports.rows.showRowOnMap(shown)}
      onClick={() => places.show(number)}
    >
      <Icon name="target" size={14} />
      {shown}
    </button>
  );
}

function Reasons({ row }: { row: ImportRow }) {
  const t = useText();
  const { doubt } = row;
  return (
    <ul className={tableCss.reasons}>
      {row.errors.map((error) => (
        <li key={`${error.header} ${error.code}`}>{errorText(error, t)}</li>
      ))}
      {doubt && (
        <li>
          {t.imports.doubt.reasons[doubt.reason] ?? doubt.reason}: {doubt.said}
        </li>
      )}
    </ul>
  );
}

function Meaning({ id, row, isOpen }: { id: string; row: ImportRow; isOpen: boolean }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.rows;
  const decide = useDecideRow(id);
  const { village, title, sameAsRow, part, number } = row;
  const same = sameAsRow === null ? words.stored : words.sameRow(formatNumber(sameAsRow, language));
  return (
    <div className={tableCss.meaning}>
      {title !== '' && <span>{title}</span>}
      {village && (
        <>
          <strong>{villageTitle(village)}</strong>
          <span className={css.quiet}>{villagePath(village)}</span>
        </>
      )}
      {part === 'same' && (
        <span className={css.quiet}>
          {words.sameAs} {same}
        </span>
      )}
      {warningTexts(row, t).map((warning) => (
        <span key={warning} className={tableCss.warning}>
          {warning}
        </span>
      ))}
      {row.isSettled && (
        <span className={tableCss.settled}>
          {words.settled}
          {isOpen && (
            <button
              type="button"
              className={tableCss.link}
              aria-label={words.undoOf(formatNumber(number, language))}
              onClick={() => decide.mutate({ number, decision: { reset: true } })}
            >
              {words.undo}
            </button>
          )}
        </span>
      )}
    </div>
  );
}

/** "Desa: Inderapura · Telkomsel: 4G …", the header quiet before its value. */
export function CellList({ row }: { row: ImportRow }) {
  return (
    <dl className={tableCss.cells}>
      {row.cells.map(({ header, value }, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- a column is its place; headers repeat
        <div key={index}>
          <dt>{header}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
