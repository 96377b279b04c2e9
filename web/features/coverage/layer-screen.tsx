// One layer in one area: which it is, its figures, its villages, what can be taken along.
import type { ReactNode, RefObject } from 'react';
import { useQuery } from '@tanstack/react-query';
import { type CoverageOverview } from '#contract/coverage';
import { formatLayerName } from '#contract/coverage-map';
import { areaCoverageQuery } from '../../api/coverage.ts';
import { mapQuery } from '../../api/map.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import {
  findLayer,
  firstLayer,
  wantedRows,
  type CoverageSearch,
  type CoverageSearchChange,
} from '../../lib/coverage-table-view.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import type { MapSearch } from '../../lib/view.ts';
import { Note } from '../../ui/note.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import { Aside } from './aside.tsx';
import { AreaChoice } from './area-choice.tsx';
import { CoverageFailed } from './coverage-notes.tsx';
import { LayerChoice } from './layer-choice.tsx';
import { LayerDownloads } from './layer-downloads.tsx';
import { LayerFigures } from './layer-figures.tsx';
import { dayOf, sumsOf } from './matrix-rows.ts';
import { mapSearch } from './remaining.ts';
import { Villages } from './villages.tsx';
import css from './screen.module.css';

export type ScreenProps = {
  search: CoverageSearch;
  onSearch: (change: CoverageSearchChange, options?: { replace: boolean }) => void;
  /** Opens the map at an address of its own. */
  onOpen: (address: MapSearch) => void;
  /** The job and the files, for those who may see to them. */
  aside: ReactNode;
  mayImport: boolean;
};

type Props = ScreenProps & {
  overview: CoverageOverview;
  /** What scrolls. */
  scroller: RefObject<HTMLElement | null>;
};

export function LayerScreen(props: Props) {
  const { search, onSearch, onOpen, aside, overview, scroller } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables.screen;
  const { layers, cutsByTerrain } = overview;
  const named = findLayer(layers, search.layer);
  const layer = named ?? firstLayer(layers);
  const { data: info } = useQuery(mapQuery);
  const area = search.area ?? info?.province?.code ?? 'ID';
  const sums = useQuery({ ...areaCoverageQuery(area), enabled: info !== undefined });
  if (layer === null) return null;
  const wanted = wantedRows(search);
  const number = (value: number) => formatNumber(value, language);
  const day = dayOf(layer);
  const own = sums.data && sumsOf([layer], sums.data)[0];
  return (
    <>
      <fieldset className={css.filters}>
        <legend className="visually-hidden">{words.filters}</legend>
        <AreaChoice
          area={search.area ?? null}
          onArea={(code) => onSearch({ area: code ?? undefined })}
        />
        <LayerChoice
          layers={layers}
          layer={layer}
          onLayer={(next) => onSearch({ layer: formatLayerName(next) })}
        />
      </fieldset>
      {search.layer !== undefined && named === null && <Note tone="warning">{words.gone}</Note>}
      {own ? (
        <LayerFigures sums={own} layer={layer} />
      ) : sums.isError ? (
        <CoverageFailed error={sums.error} onRetry={() => void sums.refetch()} />
      ) : (
        <LoadingLines count={2} label={t.common.loading} />
      )}
      <p className={css.quiet}>
        {[
          words.madeOf[layer.basis](number(layer.footprints)),
          ...(day === null ? [] : [t.coverageTables.per(formatDate(day, language))]),
          ...(layer.basis === 'computed'
            ? [cutsByTerrain ? words.cutByTerrain : words.notCutByTerrain]
            : []),
        ].join(' · ')}
      </p>
      <div className={css.columns}>
        <Aside>
          <LayerDownloads area={area} layer={layer} wanted={wanted} />
          {aside}
        </Aside>
        {info && (
          <Villages
            key={`${area} ${formatLayerName(layer)}`}
            area={area}
            layer={layer}
            wanted={wanted}
            onSearch={onSearch}
            onOpen={(code) => onOpen(mapSearch(layer, code))}
            scroller={scroller}
          />
        )}
      </div>
    </>
  );
}
