// The antennas of a site, one row each: technology and state, band, height, direction, reach.
import type { Cell } from '#contract/coverage';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate, formatDistance, formatNumber } from '../../lib/format.ts';
import css from './site.module.css';

export function CellList({ cells }: { cells: readonly Cell[] }) {
  const words = useText().coverage.site;
  return (
    <>
      <ul className={css.cells}>
        {cells.map((cell) => (
          <CellRow key={cell.id} cell={cell} />
        ))}
      </ul>
      <p className={css.quiet}>{words.noTerrain}</p>
    </>
  );
}

function CellRow({ cell }: { cell: Cell }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverage.site;
  const number = (value: number) => formatNumber(value, language);
  const reach = formatDistance(cell.reachM, language);
  const day = cell.onAirOn && formatDate(cell.onAirOn, language);
  const isPlan = cell.state === 'planned' || cell.state === 'built';
  const isOmni = cell.azimuthDeg === null || cell.beamwidthDeg === null || cell.beamwidthDeg >= 360;
  const facts: [name: string, value: string][] = [
    ...(cell.bandMhz === null
      ? []
      : [[words.band, words.bandValue(String(cell.bandMhz))] as [string, string]]),
    ...(cell.heightM === null
      ? []
      : [[words.height, words.heightValue(number(cell.heightM))] as [string, string]]),
    [
      words.direction,
      isOmni
        ? words.omni
        : words.directionValue(number(cell.azimuthDeg ?? 0), number(cell.beamwidthDeg ?? 0)),
    ],
    [words.reach, cell.isEstimate ? words.estimated(reach) : reach],
  ];
  return (
    <li className={css.cell}>
      <p className={css.cellHead}>
        <strong>{t.coverage.technologies[cell.technology]}</strong>
        <span className={css.state} data-state={cell.state}>
          {words.states[cell.state]}
        </span>
        {day !== null && day !== '' && (
          <span className={css.day}>{isPlan ? words.plannedFor(day) : words.onAirSince(day)}</span>
        )}
      </p>
      <dl className={css.cellFacts}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}
