// What can be taken along of a layer: the table as it is shown, the merged area, and the way to the map.
import { Link } from '@tanstack/react-router';
import type { LayerKey } from '#contract/coverage';
import { rowsFile, unionFile, type RowsWanted } from '../../api/coverage.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { mapSearch } from './remaining.ts';
import css from './screen.module.css';

type Props = { area: string; layer: LayerKey; wanted: RowsWanted };

export function LayerDownloads({ area, layer, wanted }: Props) {
  const t = useText();
  const words = t.coverageTables.downloads;
  const place = area === 'ID' ? null : area;
  return (
    <section className={css.card} aria-label={words.title}>
      <h2 className={css.subtitle}>{words.title}</h2>
      <Link to="/" search={mapSearch(layer, place)} className={css.textLink}>
        <Icon name="map" size={16} />
        {words.map}
      </Link>
      <a className={css.textLink} href={rowsFile(area, layer, wanted)} download>
        <Icon name="data" size={16} />
        {words.csv}
      </a>
      {place !== null && (
        <>
          <a className={css.textLink} href={unionFile(place, layer, true)} download>
            <Icon name="data" size={16} />
            {words.clipped}
          </a>
          <a className={css.textLink} href={unionFile(place, layer, false)} download>
            <Icon name="data" size={16} />
            {words.whole}
          </a>
        </>
      )}
    </section>
  );
}
