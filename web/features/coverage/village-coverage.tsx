// What models say of a village: how much of it each operator reaches, apart by what that rests on, and
// which localities nobody does. Never what somebody measured: that is the status's part.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type {
  CoverageOverview,
  VillageCoverage as Coverage,
  VillageShare,
} from '#contract/coverage';
import type { Region } from '#contract/regions';
import { coverageQuery, villageCoverageQuery } from '../../api/coverage.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { commonKind, kindWord, localityName } from '../../lib/locality-name.ts';
import { LoadingLines } from '../../ui/states.tsx';
import { CoverageMatrix, Figure } from './coverage-matrix.tsx';
import { CoverageFailed, CoverageHead } from './coverage-notes.tsx';
import { bestShare, listWorthTelling, withNothing } from './matrix-rows.ts';
import { MetricSwitch } from './metric-switch.tsx';
import { formatShare } from './share-text.ts';
import css from './matrix.module.css';

export function VillageCoverage({ village }: { village: Region }) {
  const t = useText();
  const overview = useQuery(coverageQuery);
  const coverage = useQuery(villageCoverageQuery(village.code));
  const failed = [overview, coverage].find(({ isError, data }) => isError && data === undefined);
  return (
    <div className={css.block}>
      <CoverageHead overview={overview.data} />
      {failed ? (
        <CoverageFailed
          error={failed.error}
          onRetry={() => void Promise.all([overview.refetch(), coverage.refetch()])}
        />
      ) : overview.data && coverage.data ? (
        <Known village={village} overview={overview.data} coverage={coverage.data} />
      ) : (
        <LoadingLines count={4} label={t.common.loading} />
      )}
    </div>
  );
}

type KnownProps = { village: Region; overview: CoverageOverview; coverage: Coverage };

function Known({ village, overview, coverage }: KnownProps) {
  const t = useText();
  const words = t.coverageTables.village;
  const { layers } = overview;
  const { nagari, kelurahan, other } = t.places.localities.kindOf;
  const kind = commonKind(coverage.uncovered) ?? { nagari, kelurahan }[village.kind] ?? other;
  if (layers.length === 0) return <p className={css.quiet}>{words.none}</p>;
  const shares = listWorthTelling(withNothing(layers, coverage.shares));
  return (
    <>
      <Summary shares={shares} kind={kind} />
      <Shares shares={shares} overview={overview} kind={kind} />
      <Uncovered places={coverage.uncovered} kind={kind} />
    </>
  );
}

/** "82% luas desa, 7 dari 12 jorong, 91% jiwa" */
function useShareLine(kind: string) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables.village;
  return (share: VillageShare) => {
    const { areaFraction, localities, localitiesCovered } = share;
    const { populationFraction, populationBasis } = share;
    const number = (value: number) => formatNumber(value, language);
    return [
      words.area(formatShare(areaFraction, language)),
      ...(localities === 0
        ? []
        : [words.localities(number(localitiesCovered), number(localities), kind)]),
      ...(populationFraction === null || populationBasis === null
        ? []
        : [words.people[populationBasis](formatShare(populationFraction, language))]),
    ].join(', ');
  };
}

function Summary({ shares, kind }: { shares: readonly VillageShare[]; kind: string }) {
  const t = useText();
  const words = t.coverageTables.village;
  const lineOf = useShareLine(kind);
  const best = bestShare(shares);
  if (best === null) return <p className={css.line}>{words.nothing}</p>;
  const technology = t.status.technologies[best.technology];
  return (
    <p className={css.line}>{words.reached(words.by[best.basis], technology, lineOf(best))}</p>
  );
}

type SharesProps = { shares: readonly VillageShare[]; overview: CoverageOverview; kind: string };

function Shares({ shares, overview, kind }: SharesProps) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables.village;
  const lineOf = useShareLine(kind);
  const hasLocalities = shares.some(({ localities }) => localities > 0);
  const peopleBasis = shares.find(
    ({ populationBasis }) => populationBasis !== null,
  )?.populationBasis;
  const [wanted, setWanted] = useState<'area' | 'localities' | 'people'>('area');
  const metrics = [
    { key: 'area' as const, label: words.metrics.area },
    ...(hasLocalities ? [{ key: 'localities' as const, label: kindWord(kind) }] : []),
    ...(peopleBasis ? [{ key: 'people' as const, label: words.metrics.people }] : []),
  ];
  const metric = metrics.some(({ key }) => key === wanted) ? wanted : 'area';
  const number = (value: number) => formatNumber(value, language);
  const figureOf = (share: VillageShare): { text: string; fraction: number | null } => {
    if (metric === 'localities')
      return {
        text: `${number(share.localitiesCovered)}/${number(share.localities)}`,
        fraction: share.localities === 0 ? null : share.localitiesCovered / share.localities,
      };
    const fraction = metric === 'area' ? share.areaFraction : share.populationFraction;
    return { text: fraction === null ? '?' : formatShare(fraction, language), fraction };
  };
  return (
    <>
      {metrics.length > 1 && (
        <MetricSwitch label={words.metric} metrics={metrics} value={metric} onChange={setWanted} />
      )}
      <CoverageMatrix
        caption={words.caption}
        values={shares}
        layers={overview.layers}
        renderCell={(share) => <Figure {...figureOf(share)} title={lineOf(share)} />}
      />
      {metric === 'people' && peopleBasis && (
        <p className={css.quiet}>{words.peopleBasis[peopleBasis](kind)}</p>
      )}
      {metric === 'localities' && <p className={css.quiet}>{words.localityBasis(kind)}</p>}
    </>
  );
}

/** So many are named before the rest is asked for. */
const namedAtFirst = 8;

function Uncovered({ places, kind }: { places: Coverage['uncovered']; kind: string }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables.village;
  const [isWhole, setIsWhole] = useState(false);
  if (places.length === 0) return null;
  const shown = isWhole ? places : places.slice(0, namedAtFirst);
  const rest = places.length - shown.length;
  return (
    <div className={css.missing}>
      <h4>{words.uncovered(formatNumber(places.length, language), kind)}</h4>
      <p>{shown.map(localityName).join(', ')}</p>
      {rest > 0 && (
        <button type="button" className={css.more} onClick={() => setIsWhole(true)}>
          {words.more(formatNumber(rest, language))}
        </button>
      )}
    </div>
  );
}
