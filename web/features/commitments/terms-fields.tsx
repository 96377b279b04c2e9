// The fields of a commitment's terms; only those are shown that the one who writes may fill.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import {
  basisKinds,
  commitmentKinds,
  CommitmentTechnology,
  duties,
  programmes,
} from '#contract/commitments';
import { operatorsQuery } from '../../api/evidence.ts';
import { useText } from '../../i18n/text.tsx';
import type { FieldTexts } from '../../lib/problems.ts';
import { entryCss } from '../../ui/entry.tsx';
import type { TermsDraft } from './draft.ts';
import css from './panel.module.css';
import { PlacesField } from './places-field.tsx';
import type { TermField } from './term-words.ts';

type Props = {
  draft: TermsDraft;
  onDraft: (change: Partial<TermsDraft>) => void;
  may: (field: TermField) => boolean;
  /** Whose promise it is: it does not share with itself. */
  operatorId: string;
  /** By the fields' own names. */
  errors: FieldTexts;
};

type TextField = {
  [Key in keyof TermsDraft]: TermsDraft[Key] extends string ? Key : never;
}[keyof TermsDraft];

export function TermsFields({ draft, onDraft, may, operatorId, errors }: Props) {
  const t = useText();
  const { fields, form } = t.commitmentPanel;
  const common = (field: TextField) => ({
    label: fields[field],
    value: draft[field],
    error: errors[field],
    onChange: (event: { currentTarget: { value: string } }) =>
      onDraft({ [field]: event.currentTarget.value }),
  });
  const text = (field: TextField, maxLength: number) =>
    may(field) && <TextInput {...common(field)} maxLength={maxLength} />;
  const choice = <T extends string>(
    field: TextField,
    values: readonly T[],
    names: Readonly<Record<T, string>>,
    none?: string,
  ) =>
    may(field) && (
      <NativeSelect
        {...common(field)}
        data={[
          ...(none === undefined ? [] : [{ value: '', label: none }]),
          ...values.map((value) => ({ value, label: names[value] })),
        ]}
      />
    );
  const day = (field: TextField, help?: string) =>
    may(field) && <TextInput {...common(field)} type="date" description={help} />;
  const technologies = CommitmentTechnology.options;
  const upper = { '2g': '2G', '3g': '3G', '4g': '4G', '5g': '5G' } as const;
  const { data: operators = [] } = useQuery(operatorsQuery);
  const others = operators.filter(({ id, isMobile }) => isMobile && id !== operatorId);
  return (
    <>
      {may('places') && (
        <PlacesField
          places={draft.places}
          onPlaces={(places) => onDraft({ places })}
          errors={errors}
        />
      )}
      <div className={entryCss.pair}>
        {choice('kind', commitmentKinds, t.commitments.kinds)}
        {choice('technology', technologies, upper, form.notSaid)}
      </div>
      <div className={entryCss.pair}>
        {choice('programme', programmes, t.commitments.programmes)}
        {choice('duty', duties, t.commitments.duties, form.notSaid)}
      </div>
      <div className={entryCss.pair}>
        {text('siteRef', 80)}
        {text('siteName', 120)}
      </div>
      {may('position') && (
        <TextInput
          {...common('position')}
          placeholder={form.positionExample}
          autoComplete="off"
          spellCheck={false}
        />
      )}
      {text('towerOwner', 120)}
      {may('tenants') && (
        <fieldset className={css.tenants}>
          <legend>{fields.tenants}</legend>
          {others.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={draft.tenants.includes(id)}
              onChange={(event) =>
                onDraft({
                  tenants: event.currentTarget.checked
                    ? [...draft.tenants, id]
                    : draft.tenants.filter((one) => one !== id),
                })
              }
            />
          ))}
          {errors['tenants'] !== undefined && <p className={css.error}>{errors['tenants']}</p>}
        </fieldset>
      )}
      {may('basisKind') && (
        <>
          {choice('basisKind', basisKinds, t.commitments.basisKinds, form.notSaid)}
          <div className={entryCss.pair}>
            {text('basisNumber', 120)}
            {day('basisOn')}
          </div>
        </>
      )}
      {day('confidentialUntil', form.confidentialHelp)}
      {may('note') && (
        <Textarea {...common('note')} autosize minRows={2} maxRows={8} maxLength={1000} />
      )}
    </>
  );
}
