// How long a kilometre is at the middle of the map.
import { useLanguage, useText } from '../i18n/text.tsx';
import { formatDistance } from '../lib/format.ts';
import { metresPerPixel, niceScale } from '../map/scale.ts';
import css from './scale-bar.module.css';

const maxPx = 96;

export function ScaleBar({ view }: { view: { lat: number; zoom: number } }) {
  const t = useText();
  const { language } = useLanguage();
  const { metres, widthPx } = niceScale(metresPerPixel(view.lat, view.zoom), maxPx);
  const words = formatDistance(metres, language);
  return (
    <div
      className={css.bar}
      style={{ width: widthPx }}
      role="img"
      aria-label={`${t.map.scale}: ${words}`}
    >
      {words}
    </div>
  );
}
