// The fields of one antenna inside the form of its site.
import { NativeSelect, TextInput } from '@mantine/core';
import { cellTechnologies, CellTechnology, SiteState, siteStates } from '#contract/coverage';
import { useText } from '../../i18n/text.tsx';
import type { FieldTexts } from '../../lib/problems.ts';
import { entryCss as entry } from '../../ui/entry.tsx';
import type { CellDraft, figureFields } from './site-draft.ts';
import css from './site.module.css';

type Props = {
  number: number;
  cell: CellDraft;
  /** By the field's own name. */
  errors: FieldTexts;
  onChange: (cell: CellDraft) => void;
  /** Null for the only one. */
  onRemove: (() => void) | null;
};

export function CellFields({ number, cell, errors, onChange, onRemove }: Props) {
  const t = useText();
  const words = t.coverage.site;
  const isPlan = cell.state === 'planned' || cell.state === 'built';
  const figure = (field: (typeof figureFields)[number], label: string, hint?: string) => (
    <TextInput
      label={label}
      {...(hint !== undefined && { description: hint })}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      inputMode="decimal"
      maxLength={12}
      value={cell[field]}
      error={errors[field]}
      onChange={(event) => onChange({ ...cell, [field]: event.currentTarget.value })}
    />
  );
  return (
    <fieldset className={css.cellFields}>
      <legend>{words.cell(String(number))}</legend>
      <div className={entry.pair}>
        <NativeSelect
          label={words.technology}
          value={cell.technology}
          data={cellTechnologies.map((one) => ({
            value: one,
            label: t.coverage.technologies[one],
          }))}
          onChange={(event) =>
            onChange({ ...cell, technology: CellTechnology.parse(event.currentTarget.value) })
          }
        />
        <NativeSelect
          label={words.state}
          value={cell.state}
          error={errors['state']}
          data={siteStates.map((one) => ({ value: one, label: words.states[one] }))}
          onChange={(event) =>
            onChange({ ...cell, state: SiteState.parse(event.currentTarget.value) })
          }
        />
      </div>
      <div className={entry.pair}>
        {figure('bandMhz', words.bandLabel)}
        {figure('heightM', words.heightLabel)}
      </div>
      <div className={entry.pair}>
        {figure('radiusM', words.radiusLabel, words.radiusHint)}
        <TextInput
          type="date"
          label={words.onAirOn[isPlan ? 'planned' : 'on_air']}
          value={cell.onAirOn}
          error={errors['onAirOn']}
          onChange={(event) => onChange({ ...cell, onAirOn: event.currentTarget.value })}
        />
      </div>
      <div className={entry.pair}>
        {figure('azimuthDeg', words.azimuthLabel)}
        {figure('beamwidthDeg', words.beamwidthLabel, words.beamwidthHint)}
      </div>
      {errors['ref'] !== undefined && <p role="alert">{errors['ref']}</p>}
      {onRemove && (
        <button type="button" className={entry.link} onClick={onRemove}>
          {words.removeCell(String(number))}
        </button>
      )}
    </fieldset>
  );
}
