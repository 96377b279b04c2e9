// What is known of a place itself: code, elevation, postal code, and what its boundary rests on.
import type { Region } from '#contract/regions';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatNumber } from '../../lib/format.ts';
import css from './place.module.css';

function useBoundaryText(boundary: Region['boundary']): string {
  const t = useText();
  const { language } = useLanguage();
  if (boundary === null) return t.place.boundaryNone;
  if (boundary.kind === 'approximate') return t.place.boundaryApproximate;
  const date = boundary.datedOn === null ? null : formatDate(boundary.datedOn, language);
  return t.place.boundaryOfficial(boundary.source, date);
}

export function PlaceFacts({ region }: { region: Region }) {
  const t = useText();
  const { language } = useLanguage();
  const { elevationM, postalCode } = region;
  const boundaryText = useBoundaryText(region.boundary);
  return (
    <>
      <dl className={css.facts}>
        <dt>{t.place.code}</dt>
        <dd>{region.code}</dd>
        {elevationM !== null && (
          <>
            <dt>{t.place.elevation}</dt>
            <dd>{t.place.elevationValue(formatNumber(elevationM, language))}</dd>
          </>
        )}
        {postalCode !== null && (
          <>
            <dt>{t.place.postalCode}</dt>
            <dd>{postalCode}</dd>
          </>
        )}
        <dt>{t.place.boundary}</dt>
        <dd data-boundary={region.boundary?.kind ?? 'none'}>{boundaryText}</dd>
      </dl>
      {region.level === 'village' && region.pointSource === 'parent' && (
        <p className={css.note}>{t.place.ownPointMissing}</p>
      )}
    </>
  );
}
