// Step 3 of a file whose rows have places: the map of them, and the row that is looked at.
import { useEffect, useRef } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { ImportDetail, ImportFeature } from '#contract/interchange';
import { importFeaturesQuery, importRowQuery } from '../../api/imports.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { PreviewMap } from './preview-map.tsx';
import { RowTable } from './row-table.tsx';
import css from './import.module.css';
import mapCss from './preview-map.module.css';

type Props = {
  detail: ImportDetail;
  selected: number | null;
  onSelect: (number: number | null) => void;
  /** A wish to fly to a row; a new object is a new wish. */
  flight: { number: number } | null;
};

export function PreviewSection({ detail, selected, onSelect, flight }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.map;
  const found = useQuery(importFeaturesQuery(detail.id));
  const section = useRef<HTMLElement>(null);
  useEffect(() => {
    if (flight) section.current?.scrollIntoView({ block: 'start' });
  }, [flight]);
  const feature = found.data?.features.find(({ number }) => number === selected);
  return (
    <section ref={section} className={css.section} aria-labelledby="import-map">
      <div className={css.stepLine}>
        <h2 id="import-map" className={css.step}>
          <span aria-hidden="true">3</span>
          {words.title}
        </h2>
        {found.data && (
          <p className={css.quiet}>
            {found.data.features.length === 0
              ? words.empty
              : found.data.isTruncated
                ? words.truncated(formatNumber(found.data.features.length, language))
                : words.hint}
          </p>
        )}
      </div>
      {found.isPending && <LoadingLines count={6} label={t.common.loading} />}
      {found.isError && (
        <ErrorState
          title={words.failed}
          body={problemText(found.error, t.problem)}
          retryLabel={t.common.tryAgain}
          onRetry={() => void found.refetch()}
        />
      )}
      {found.data && found.data.features.length > 0 && (
        <PreviewMap found={found.data} selected={selected} flight={flight} onSelect={onSelect} />
      )}
      {feature && <SelectedRow detail={detail} feature={feature} onClose={() => onSelect(null)} />}
    </section>
  );
}

type RowProps = { detail: ImportDetail; feature: ImportFeature; onClose: () => void };

function SelectedRow({ detail, feature, onClose }: RowProps) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.map;
  const { number, part, label } = feature;
  const { data: row } = useQuery(importRowQuery(detail.id, part, number));
  return (
    <div className={mapCss.selected} role="status" data-selected={number}>
      <div className={mapCss.selectedHead}>
        <h3 className={css.small}>
          {words.row(formatNumber(number, language), label)} · {t.imports.rows.parts[part]}
        </h3>
        <IconButton icon="close" label={words.close} iconSize={16} onClick={onClose} />
      </div>
      {row && <RowTable id={detail.id} part={part} rows={[row]} isOpen={false} />}
    </div>
  );
}
