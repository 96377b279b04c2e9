// Coverage in the legend: which layers are drawn, with what each drawing means in words. The legend is the
// filter here, too.
import { Fragment, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import {
  allOperators,
  cellTechnologies,
  coverageBases,
  coveragePhases,
  type CoverageOverview,
} from '#contract/coverage';
import type { Operator } from '#contract/evidence';
import { coverageQuery } from '../../api/coverage.ts';
import { operatorsQuery } from '../../api/evidence.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { coveragePoints, listDrawn, type CoverageView } from '../../lib/coverage-view.ts';
import { formatDate } from '../../lib/format.ts';
import { CoverageSwatch } from '../../ui/coverage-swatch.tsx';
import { Icon } from '../../ui/icons.tsx';
import { SwitchRow } from '../../ui/switch-row.tsx';
import css from './coverage-legend.module.css';
import { JobLine } from './job-line.tsx';
import { PointSign } from './point-sign.tsx';

type Props = {
  view: CoverageView;
  onView: (view: CoverageView) => void;
  /** Of the points: whether they are drawn at this zoom, and all of them. */
  points: { isNear: boolean; isTruncated: boolean };
  /** Whether the one who looks may start and stop the job. */
  mayManage: boolean;
  /** A way to where coverage is brought in; null for those who may not. */
  dataLink: ReactNode;
  onCompare: () => void;
};

function toggled<T>(set: ReadonlySet<T>, one: T): ReadonlySet<T> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}

/** The operators that have a layer, in the order of their hues; all together first. */
function useOperators(overview: CoverageOverview | undefined) {
  const { data: operators = [] } = useQuery(operatorsQuery);
  const withLayer = new Set(overview?.layers.map(({ operatorId }) => operatorId));
  return operators
    .map((operator, hue) => ({ ...operator, hue }))
    .filter(({ id }) => withLayer.has(id));
}

export function CoverageLegend(props: Props) {
  const { view, onView, mayManage } = props;
  const t = useText();
  const words = t.coverage.legend;
  const { data: overview, isError, refetch } = useQuery(coverageQuery);
  const operators = useOperators(overview);
  const isOn = view.operators.size > 0 || view.points.size > 0;
  const [isOpen, setIsOpen] = useState(isOn);
  const names = [...view.operators].map(
    (id) => operators.find((operator) => operator.id === id)?.name ?? t.coverage.allOperators,
  );
  return (
    <section className={css.section} aria-label={words.title}>
      <button
        type="button"
        className={css.head}
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <span className={css.title}>{words.title}</span>
        <span className={css.summary}>{names.length === 0 ? words.off : names.join(', ')}</span>
        <Icon name={isOpen ? 'down' : 'up'} size={16} />
      </button>
      {overview && <JobLine job={overview.job} mayManage={mayManage} />}
      {isOpen && isError && (
        <p className={css.note} role="alert">
          {words.failed}{' '}
          <button type="button" className={css.link} onClick={() => void refetch()}>
            {t.common.tryAgain}
          </button>
        </p>
      )}
      {isOpen && overview && overview.layers.length === 0 && overview.siteCount === 0 && (
        <div className={css.empty}>
          <p>{words.emptyTitle}</p>
          <p className={css.note}>{props.dataLink === null ? words.emptyOthers : words.empty}</p>
          {props.dataLink}
        </div>
      )}
      {isOpen && overview && (overview.layers.length > 0 || overview.siteCount > 0) && (
        <Choices {...props} overview={overview} operators={operators} onView={onView} />
      )}
    </section>
  );
}

type ChoicesProps = Props & {
  overview: CoverageOverview;
  operators: (Operator & { hue: number })[];
};

function Choices({ view, onView, overview, operators, points, onCompare }: ChoicesProps) {
  const t = useText();
  const words = t.coverage.legend;
  const hasLayers = view.operators.size > 0;
  const hueOf = (id: string) => operators.find((operator) => operator.id === id)?.hue ?? null;
  const [shown = allOperators] = view.operators;
  const there = new Set(overview.layers.map(({ technology }) => technology));
  return (
    <>
      <div className={css.group} role="group" aria-label={words.operators}>
        {[{ id: allOperators, name: t.coverage.allOperators, hue: null }, ...operators].map(
          ({ id, name, hue }) => (
            <SwitchRow
              key={id}
              sign={<CoverageSwatch hue={hue} />}
              name={name}
              isOn={view.operators.has(id)}
              data-operator={id}
              onToggle={() => onView({ ...view, operators: toggled(view.operators, id) })}
            />
          ),
        )}
      </div>
      {hasLayers && (
        <>
          <div className={css.chips} role="group" aria-label={words.technology}>
            {cellTechnologies.map((technology) => (
              <button
                key={technology}
                type="button"
                className={css.chip}
                aria-pressed={view.technologies.has(technology)}
                disabled={!there.has(technology) && !view.technologies.has(technology)}
                onClick={() =>
                  onView({ ...view, technologies: toggled(view.technologies, technology) })
                }
              >
                {t.coverage.technologies[technology]}
              </button>
            ))}
          </div>
          <div className={css.group} role="group" aria-label={words.drawn}>
            {coveragePhases.map((phase) => (
              <SwitchRow
                key={phase}
                sign={<CoverageSwatch hue={hueOf(shown)} phase={phase} />}
                name={words.sides[phase]}
                isOn={view.sides.has(phase)}
                data-side={phase}
                onToggle={() => onView({ ...view, sides: toggled(view.sides, phase) })}
              />
            ))}
            {coverageBases.map((basis) => (
              <SwitchRow
                key={basis}
                sign={<CoverageSwatch hue={hueOf(shown)} basis={basis} />}
                name={words.bases[basis]}
                isOn={view.sides.has(basis)}
                data-side={basis}
                onToggle={() => onView({ ...view, sides: toggled(view.sides, basis) })}
              />
            ))}
            <SwitchRow
              sign={<span className={css.statuses} aria-hidden="true" />}
              name={words.statuses}
              isOn={view.hasStatuses}
              data-side="status"
              onToggle={() => onView({ ...view, hasStatuses: !view.hasStatuses })}
            />
          </div>
        </>
      )}
      <div className={css.group} role="group" aria-label={t.places.show}>
        {coveragePoints.map((kind) => (
          <Fragment key={kind}>
            <SwitchRow
              sign={<PointSign kind={kind} />}
              name={words.points[kind]}
              isOn={view.points.has(kind)}
              data-points={kind}
              onToggle={() => onView({ ...view, points: toggled(view.points, kind) })}
            />
            {kind === 'sites' && view.points.has('sites') && <SiteKey />}
          </Fragment>
        ))}
        {view.points.size > 0 && !points.isNear && (
          <p className={css.note}>{words.zoomForPoints}</p>
        )}
        {points.isTruncated && <p className={css.note}>{words.tooMany}</p>}
      </div>
      {hasLayers && <Meaning view={view} overview={overview} operators={operators} />}
      <div className={css.foot}>
        <button type="button" className={css.link} onClick={onCompare}>
          {words.compare}
        </button>
      </div>
    </>
  );
}

const siteSigns = ['on_air', 'planned', 'off', 'crowd'] as const;

function SiteKey() {
  const words = useText().coverage.legend.siteKey;
  return (
    <ul className={css.siteKey}>
      {siteSigns.map((sign) => (
        <li key={sign} data-site={sign}>
          {words[sign]}
        </li>
      ))}
    </ul>
  );
}

type MeaningProps = Pick<ChoicesProps, 'view' | 'overview' | 'operators'>;

/** What the layers that are drawn rest on; a figure or an area never stands without it. */
function Meaning({ view, overview, operators }: MeaningProps) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverage.legend;
  const drawn = listDrawn(view, overview.layers);
  const nameOf = (id: string) =>
    operators.find((one) => one.id === id)?.name ?? t.coverage.allOperators;
  const filed = new Map(
    drawn.flatMap(({ basis, operatorId, filedOn }) =>
      basis === 'filed' && filedOn !== null
        ? [[operatorId, words.filedBy(nameOf(operatorId), formatDate(filedOn, language))] as const]
        : [],
    ),
  );
  return (
    <div className={css.meaning} aria-live="polite">
      {drawn.length === 0 && <p>{words.nothingDrawn}</p>}
      {drawn.some(({ basis }) => basis === 'computed') && (
        <>
          <p>{words.estimate}</p>
          <p>{overview.cutsByTerrain ? words.withTerrain : words.noTerrain}</p>
        </>
      )}
      {filed.size > 0 && <p>{words.filed([...filed.values()].join(' · '))}</p>}
    </div>
  );
}
