// Step 2: what each column of the file is taken for, with samples; each may be changed.
import { useState } from 'react';
import type { ImportDetail } from '#contract/interchange';
import { useChangeImport } from '../../api/imports.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber, joinNames } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { Icon } from '../../ui/icons.tsx';
import { Note } from '../../ui/note.tsx';
import tableCss from './table.module.css';
import css from './import.module.css';
import { remap } from './remap.ts';

export function ColumnsSection({ detail }: { detail: ImportDetail }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.columns;
  const change = useChangeImport(detail);
  const { columns, wanted, missing } = detail;
  const used = columns.filter(({ key }) => key !== null).length;
  // What is understood needs no look; what is missing does.
  const [isOpen, setIsOpen] = useState(missing.columns.length > 0);
  const number = (value: number) => formatNumber(value, language);
  return (
    <section className={css.section} aria-labelledby="import-columns" aria-busy={change.isPending}>
      <div className={css.stepLine}>
        <h2 id="import-columns" className={css.step}>
          <span aria-hidden="true">2</span>
          {words.title}
        </h2>
        <p className={css.quiet}>{words.summary(number(used), number(columns.length))}</p>
        <button
          type="button"
          className={css.fold}
          aria-expanded={isOpen}
          onClick={() => setIsOpen(!isOpen)}
        >
          {isOpen ? words.hide : words.show}
          <Icon name={isOpen ? 'up' : 'down'} size={16} />
        </button>
      </div>
      {missing.columns.map((group) => (
        <Note key={group.map(({ key }) => key).join()} tone="warning">
          {words.missing(
            joinNames(
              group.map(({ header }) => header),
              words.or,
            ),
          )}
        </Note>
      ))}
      {change.error && <Note tone="error">{problemText(change.error, t.problem)}</Note>}
      {isOpen && (
        <div className={tableCss.scroll} tabIndex={0} role="group" aria-label={words.title}>
          <table className={tableCss.table}>
            <thead>
              <tr>
                <th scope="col">{words.header}</th>
                <th scope="col">{words.samples}</th>
                <th scope="col">{words.meaning}</th>
              </tr>
            </thead>
            <tbody>
              {columns.map(({ header, samples, key }, column) => {
                const name = header.trim() === '' ? words.untitled : header;
                return (
                  // oxlint-disable-next-line react/no-array-index-key -- a column is its place; headers repeat
                  <tr key={column} data-unused={key === null || undefined}>
                    <th scope="row">{name}</th>
                    <td className={tableCss.samples}>
                      {samples.length > 0 ? samples.join(' · ') : words.noSamples}
                    </td>
                    <td>
                      <select
                        className={tableCss.select}
                        aria-label={words.meaningOf(name)}
                        value={key ?? ''}
                        disabled={change.isPending}
                        onChange={({ currentTarget: { value } }) =>
                          change.mutate({
                            mapping: remap(columns, column, value === '' ? null : value),
                          })
                        }
                      >
                        <option value="">{words.unused}</option>
                        {wanted.map((one) => (
                          <option key={one.key} value={one.key}>
                            {one.header}
                          </option>
                        ))}
                      </select>
                    </td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
