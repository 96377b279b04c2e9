// What the colours and signs of a preview mean, with how many rows are drawn so.
import { importParts, type ImportFeature, type ImportPart } from '#contract/interchange';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import type { MapTheme } from '../../map/ground.ts';
import { previewColours, previewSigns } from '../../map/layers/preview.ts';
import css from './preview-map.module.css';

type Props = { features: readonly ImportFeature[]; theme: MapTheme };

export function PreviewKey({ features, theme }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const counts = new Map<ImportPart, number>();
  for (const { part } of features) counts.set(part, (counts.get(part) ?? 0) + 1);
  return (
    <ul className={css.key}>
      {importParts.map((part) => {
        const count = counts.get(part);
        return (
          count !== undefined && (
            <li key={part}>
              <span
                className={css.sign}
                style={{ '--sign': previewColours[theme][part] }}
                aria-hidden="true"
              >
                {previewSigns[part]}
              </span>
              {t.imports.map.counts(
                formatNumber(count, language),
                t.imports.rows.parts[part].toLowerCase(),
              )}
            </li>
          )
        );
      })}
    </ul>
  );
}
