// How much of a province, regency or district each operator's layers reach: villages, people, localities,
// and what remains. A figure leads to the villages behind it.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type AreaCoverage as Sums, type CoverageOverview } from '#contract/coverage';
import { formatLayerName } from '#contract/coverage-map';
import { areaCoverageQuery, coverageQuery } from '../../api/coverage.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { LoadingLines } from '../../ui/states.tsx';
import { CoverageMatrix, Figure } from './coverage-matrix.tsx';
import { CoverageFailed, CoverageHead } from './coverage-notes.tsx';
import { bestSums, listTouching, sumsOf } from './matrix-rows.ts';
import { MetricSwitch } from './metric-switch.tsx';
import { formatCompact, formatShare } from './share-text.ts';
import css from './matrix.module.css';

export function AreaCoverage({ code }: { code: string }) {
  const t = useText();
  const overview = useQuery(coverageQuery);
  const sums = useQuery(areaCoverageQuery(code));
  const failed = [overview, sums].find(({ isError, data }) => isError && data === undefined);
  return (
    <div className={css.block}>
      <CoverageHead overview={overview.data} />
      {failed ? (
        <CoverageFailed
          error={failed.error}
          onRetry={() => void Promise.all([overview.refetch(), sums.refetch()])}
        />
      ) : overview.data && sums.data ? (
        <Known code={code} overview={overview.data} sums={sums.data} />
      ) : (
        <LoadingLines count={4} label={t.common.loading} />
      )}
    </div>
  );
}

/** What the best of all operators covers today, in words. */
function Summary({ sums }: { sums: readonly Sums[] }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables;
  const best = bestSums(sums);
  if (best === null) return null;
  const number = (value: number) => formatNumber(Math.round(value), language);
  const { villages, villagesCovered, villagesPartly, population, populationCovered } = best;
  return (
    <p className={css.line}>
      {words.area.sum(
        words.village.by[best.basis],
        t.coverage.technologies[best.technology],
        number(villagesCovered),
        number(villages),
        number(villagesPartly),
      )}
      {population > 0 && ` ${words.area.peopleSum(number(populationCovered), number(population))}`}
    </p>
  );
}

const metricKeys = ['villages', 'people', 'localities'] as const;
type Metric = (typeof metricKeys)[number];

/** What is covered of how much that is known. */
function sumOf(sums: Sums, metric: Metric): { covered: number; all: number } {
  const { villages, villagesCovered, population, populationCovered } = sums;
  if (metric === 'villages') return { covered: villagesCovered, all: villages };
  if (metric === 'people') return { covered: populationCovered, all: population };
  return { covered: sums.localitiesCovered, all: sums.localities };
}

type KnownProps = { code: string; overview: CoverageOverview; sums: readonly Sums[] };

function Known({ code, overview, sums: known }: KnownProps) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables.area;
  const [wanted, setWanted] = useState<Metric>('villages');
  const sums = listTouching(sumsOf(overview.layers, known));
  if (sums.length === 0) return <p className={css.quiet}>{words.none}</p>;
  const metrics = metricKeys
    .filter((key) => sums.some((layer) => sumOf(layer, key).all > 0))
    .map((key) => ({ key, label: words.metrics[key] }));
  const metric = metrics.some(({ key }) => key === wanted) ? wanted : 'villages';
  const unknown = Math.max(...sums.map(({ villagesWithoutPeople }) => villagesWithoutPeople));
  const number = (value: number) => formatNumber(Math.round(value), language);
  const describe = (layer: Sums, operatorName: string) => {
    const { covered, all } = sumOf(layer, metric);
    return words.cell[metric](
      `${operatorName} ${t.status.technologies[layer.technology]}`,
      number(covered),
      number(all),
      number(all - covered),
      number(layer.villagesPartly),
    );
  };
  return (
    <>
      <Summary sums={sums} />
      {metrics.length > 1 && (
        <MetricSwitch label={words.metric} metrics={metrics} value={metric} onChange={setWanted} />
      )}
      <CoverageMatrix
        caption={words.caption}
        values={sums}
        layers={overview.layers}
        renderCell={(layer, operatorName) => {
          const { covered, all } = sumOf(layer, metric);
          const fraction = all === 0 ? null : covered / all;
          return (
            <Link
              to="/jangkauan"
              search={{ area: code, layer: formatLayerName(layer) }}
              className={css.link}
            >
              <Figure
                text={fraction === null ? '?' : formatShare(fraction, language)}
                fraction={fraction}
                partly={metric === 'villages' && all > 0 ? layer.villagesPartly / all : 0}
                title={describe(layer, operatorName)}
                below={
                  fraction === null ? undefined : words.left(formatCompact(all - covered, language))
                }
              />
            </Link>
          );
        }}
      />
      <p className={css.quiet}>{words.help[metric]}</p>
      {metric === 'people' && unknown > 0 && (
        <p className={css.quiet}>{words.withoutPeople(number(unknown))}</p>
      )}
    </>
  );
}
