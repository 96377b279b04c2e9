// What the tower is like that is thought of: technology, band, reach, height, operator, direction.
import { useState } from 'react';
import { Checkbox, NativeSelect } from '@mantine/core';
import { cellLimits, cellTechnologies, type CellTechnology } from '#contract/coverage';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDistance } from '../../lib/format.ts';
import { phoneQuery, useMedia } from '../../lib/use-media.ts';
import type { Tower } from '../../lib/plan-view.ts';
import { Icon } from '../../ui/icons.tsx';
import { NumberField } from './number-field.tsx';
import css from './planning.module.css';

/** The bands that operators in Indonesia use for mobile networks, MHz. */
const bands = [700, 800, 850, 900, 1800, 2100, 2300];

type Props = {
  tower: Tower;
  onTower: (tower: Tower) => void;
  operators: readonly { id: string; name: string }[];
  /** The reach by the settings where none is typed, metres; null while it is not known. */
  estimateM: number | null;
  /** Whether there are elevation rasters. */
  hasTerrain: boolean;
  /** Best positions are for a tower all round, of nobody in particular. */
  isBrief?: boolean;
};

/** The form folded into one line where there is little room: on a phone the answer comes first. */
export function TowerForm(props: Props) {
  const t = useText();
  const { language } = useLanguage();
  const isPhone = useMedia(phoneQuery);
  const [isAsked, setIsAsked] = useState(false);
  const { tower, estimateM } = props;
  const reachM = tower.radiusM ?? estimateM;
  const summary = [
    t.coverage.technologies[tower.technology],
    ...(tower.bandMhz === null ? [] : [t.planning.tower.bandOf(String(tower.bandMhz))]),
    ...(reachM === null ? [] : [formatDistance(reachM, language)]),
  ];
  if (!isPhone) return <TowerFields {...props} />;
  return (
    <>
      <button
        type="button"
        className={css.fold}
        aria-expanded={isAsked}
        onClick={() => setIsAsked(!isAsked)}
      >
        <Icon name={isAsked ? 'down' : 'right'} size={16} />
        {t.planning.tower.title}
        <span>{summary.join(', ')}</span>
      </button>
      {isAsked && <TowerFields {...props} />}
    </>
  );
}

function TowerFields(props: Props) {
  const { tower, onTower, operators, estimateM, hasTerrain, isBrief = false } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.planning.tower;
  const [isSectorAsked, setIsSectorAsked] = useState(false);
  const change = (part: Partial<Tower>) => onTower({ ...tower, ...part });
  const isSector = tower.azimuthDeg !== null || tower.beamwidthDeg !== null;
  const km = 1000;
  return (
    <div className={css.form} role="group" aria-label={words.title}>
      <div className={css.pair}>
        <NativeSelect
          size="xs"
          label={words.technology}
          value={tower.technology}
          data={cellTechnologies.map((value) => ({ value, label: t.coverage.technologies[value] }))}
          onChange={(event) => {
            const { value } = event.currentTarget;
            const technology = cellTechnologies.find((one): one is CellTechnology => one === value);
            if (technology) change({ technology });
          }}
        />
        <NativeSelect
          size="xs"
          label={words.band}
          value={tower.bandMhz ?? ''}
          data={[
            { value: '', label: words.bandNone },
            ...bands.map((band) => ({ value: String(band), label: words.bandOf(String(band)) })),
          ]}
          onChange={({ currentTarget: { value } }) =>
            change({ bandMhz: value === '' ? null : Number(value) })
          }
        />
        <NumberField
          label={words.radius}
          value={tower.radiusM}
          min={cellLimits.radiusM.min / km}
          max={cellLimits.radiusM.max / km}
          scale={km}
          {...(estimateM !== null && {
            placeholder: words.radiusEstimate(formatDistance(estimateM, language)),
          })}
          refusal={words.notRadius}
          onChange={(radiusM) => change({ radiusM })}
        />
        <NumberField
          label={words.height}
          value={tower.heightM}
          min={cellLimits.heightM.min}
          max={cellLimits.heightM.max}
          placeholder={words.heightNone}
          refusal={words.notHeight}
          onChange={(heightM) => change({ heightM })}
        />
      </div>
      {!isBrief && (
        <>
          <NativeSelect
            size="xs"
            label={words.operator}
            value={tower.operatorId ?? ''}
            data={[
              { value: '', label: words.operatorNone },
              ...operators.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            onChange={({ currentTarget: { value } }) =>
              change({ operatorId: value === '' ? null : value })
            }
          />
          <button
            type="button"
            className={css.fold}
            aria-expanded={isSectorAsked}
            onClick={() => setIsSectorAsked(!isSectorAsked)}
          >
            <Icon name={isSectorAsked ? 'down' : 'right'} size={16} />
            {words.sector}
            <span>
              {isSector
                ? words.sectorOf(String(tower.azimuthDeg ?? 0), String(tower.beamwidthDeg ?? 360))
                : words.sectorAll}
            </span>
          </button>
          {isSectorAsked && (
            <div className={css.pair}>
              <NumberField
                label={words.azimuth}
                description={words.azimuthHint}
                value={tower.azimuthDeg}
                min={0}
                max={360}
                refusal={words.notAzimuth}
                onChange={(azimuthDeg) => change({ azimuthDeg })}
              />
              <NumberField
                label={words.beamwidth}
                value={tower.beamwidthDeg}
                min={1}
                max={360}
                refusal={words.notBeamwidth}
                onChange={(beamwidthDeg) => change({ beamwidthDeg })}
              />
            </div>
          )}
        </>
      )}
      {hasTerrain && (
        <Checkbox
          size="xs"
          label={words.terrain}
          checked={tower.cutsByTerrain}
          onChange={(event) => change({ cutsByTerrain: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}
