// The evidence behind one operator's status: what made it, what waits, what disagrees, what it beat.
import type { EvidenceLine, ModelledExtent } from '#contract/status';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import css from './operator-matrix.module.css';

function wordOf(key: string | null, words: Record<string, string>): string {
  return key === null ? '' : (words[key] ?? key);
}

export function WhyList({ lines }: { lines: readonly EvidenceLine[] }) {
  const t = useText();
  const { language } = useLanguage();
  if (lines.length === 0) return <p className={css.nothing}>{t.status.noEvidence}</p>;
  const whatOf = (line: EvidenceLine) =>
    [
      line.isOutage ? t.status.outageNow : wordOf(line.technology, t.status.technologies),
      line.rsrpDbm === null
        ? wordOf(line.strength, t.status.strengths)
        : t.status.rsrp(formatNumber(line.rsrpDbm, language, 1)),
      line.availability === 'all_day' ? '' : wordOf(line.availability, t.status.availabilities),
    ].filter((word) => word !== '');
  const extentOf = ({ areaFraction, localities, localitiesCovered }: ModelledExtent) =>
    localities > 0
      ? t.status.modelledLocalities(localitiesCovered, localities)
      : t.status.modelledArea(`${formatNumber(areaFraction * 100, language)}%`);
  const basisOf = (line: EvidenceLine) => {
    const isReport = line.reportId !== null;
    return [
      formatDate(line.observedOn, language),
      ...(line.localityName === null ? [] : [line.localityName]),
      ...(isReport ? [line.verified ? t.status.verified : t.status.reported] : []),
      ...(line.modelled === null ? [] : [extentOf(line.modelled)]),
      ...(line.sourceName === '' ? [] : [t.status.by(line.sourceName, line.officeName)]),
      ...(line.isSample ? [t.status.sample] : []),
    ].join(' · ');
  };
  return (
    <ul className={css.lines}>
      {lines.map((line) => (
        <li key={line.reportId ?? `${line.kind} ${line.sourceName}`} data-part={line.part}>
          <span className={css.what}>{whatOf(line).join(', ')}</span>{' '}
          <span className={css.kind}>{t.status.kinds[line.kind]}</span>{' '}
          <span className={css.part}>{t.status.part[line.part]}</span>
          <br />
          {basisOf(line)}
        </li>
      ))}
    </ul>
  );
}
