// How old the operator's plans are, and those that wait to be accepted.
import { Button } from '@mantine/core';
import type { Work } from '#contract/work';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';
import { LateMark } from '../../ui/commitment-chip.tsx';
import css from './work.module.css';

type Props = {
  filing: Work['filing'];
  onUpload: () => void;
  onOpenFiling: (id: string) => void;
};

export function Filing({ filing, onUpload, onOpenFiling }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.work.filing;
  const { acceptedAt, ageDays, isDue, comparing } = filing;
  return (
    <section className={css.section} aria-labelledby="work-filing">
      <h2 id="work-filing" className={css.sectionTitle}>
        {words.title}
        {comparing.length > 0 && <span className={css.count}>{comparing.length}</span>}
      </h2>
      <ul className={css.list}>
        {comparing.map(({ id, fileName }) => (
          <li key={id} className={css.item}>
            <div className={css.row}>
              <p className={css.name}>{words.comparing(fileName)}</p>
              <Button data-work-row onClick={() => onOpenFiling(id)}>
                {words.compare}
              </Button>
            </div>
          </li>
        ))}
        <li className={css.item}>
          <div className={css.row}>
            <div className={css.what}>
              <p className={css.name}>
                {acceptedAt === null
                  ? words.never
                  : words.accepted(formatDate(acceptedAt, language), ageDays ?? 0)}
              </p>
              {acceptedAt !== null && (
                <p className={css.detail}>{isDue ? <LateMark label={words.due} /> : words.fresh}</p>
              )}
            </div>
            <Button
              variant={isDue && comparing.length === 0 ? 'filled' : 'default'}
              data-work-row
              onClick={onUpload}
            >
              {words.upload}
            </Button>
          </div>
        </li>
      </ul>
    </section>
  );
}
