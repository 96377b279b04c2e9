// The evidence behind one operator's status: what made it, what disagrees, what it beat.
import type { EvidenceLine } from '#contract/status';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';
import css from './operator-matrix.module.css';

function wordOf(key: string | null, words: Record<string, string>): string {
  return key === null ? '' : (words[key] ?? key);
}

export function WhyList({ lines }: { lines: readonly EvidenceLine[] }) {
  const t = useText();
  const { language } = useLanguage();
  if (lines.length === 0) return <p className={css.nothing}>{t.status.noEvidence}</p>;
  return (
    <ul className={css.lines}>
      {lines.map((line) => (
        <li key={line.reportId} data-part={line.part}>
          <span className={css.what}>
            {[
              wordOf(line.technology, t.status.technologies),
              wordOf(line.strength, t.status.strengths),
            ]
              .filter((word) => word !== '')
              .join(', ')}
          </span>{' '}
          <span className={css.part}>{t.status.part[line.part]}</span>
          <br />
          {[
            formatDate(line.observedOn, language),
            line.verified ? t.status.verified : t.status.reported,
            t.status.by(line.authorName, line.officeName),
            ...(line.isSample ? [t.status.sample] : []),
          ].join(' · ')}
        </li>
      ))}
    </ul>
  );
}
