// What a file of sites or coverage does not say itself: whose it is, of which technology, whether it
// stands, and whether it is complete.
import { Checkbox, Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { cellTechnologies, siteStates } from '#contract/coverage';
import type { ImportChange, ImportDetail, ImportSetting } from '#contract/interchange';
import { operatorsQuery } from '../../api/evidence.ts';
import { useText } from '../../i18n/text.tsx';
import { RegencyField } from './regency-field.tsx';

type Props = {
  detail: ImportDetail;
  /** What stands below a field. */
  hint: (setting: ImportSetting, otherwise?: string) => string | undefined;
  onChange: (change: ImportChange) => void;
};

const inputFirst: ('label' | 'input' | 'description' | 'error')[] = [
  'label',
  'input',
  'description',
  'error',
];

export function NetworkFields({ detail, hint, onChange }: Props) {
  const t = useText();
  const words = t.imports.file;
  const { data: operators } = useQuery(operatorsQuery);
  const { settings, operatorIsFixed, kind, missing } = detail;
  const placeholder = (setting: ImportSetting) =>
    missing.settings.includes(setting) ? words.choose : words.regencyAny;
  const has = (setting: ImportSetting) => settings.includes(setting);
  // Coverage is there or is to be; a tower may also be off.
  const states = siteStates.filter(
    (state) => kind === 'sites' || state === 'on_air' || state === 'planned',
  );
  return (
    <>
      {has('operator') && (
        <Select
          label={words.operator}
          description={operatorIsFixed ? words.operatorFixed : hint('operator', words.operatorHint)}
          inputWrapperOrder={inputFirst}
          placeholder={placeholder('operator')}
          data={(operators ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          value={detail.operatorId}
          readOnly={operatorIsFixed}
          clearable={!operatorIsFixed}
          clearButtonProps={{ 'aria-label': t.common.cancel }}
          onChange={(operatorId) => onChange({ operatorId })}
        />
      )}
      {has('technology') && (
        <Select
          label={words.technology}
          description={hint('technology', words.technologyHint)}
          inputWrapperOrder={inputFirst}
          placeholder={placeholder('technology')}
          data={cellTechnologies.map((value) => ({
            value,
            label: t.coverage.technologies[value],
          }))}
          value={detail.technology}
          clearable
          clearButtonProps={{ 'aria-label': t.common.cancel }}
          onChange={(value) =>
            onChange({ technology: cellTechnologies.find((one) => one === value) ?? null })
          }
        />
      )}
      {has('siteState') && (
        <Select
          label={words.siteState}
          description={hint('siteState', words.siteStateHint)}
          inputWrapperOrder={inputFirst}
          placeholder={placeholder('siteState')}
          data={states.map((value) => ({ value, label: words.siteStates[value] }))}
          value={detail.siteState}
          clearable
          clearButtonProps={{ 'aria-label': t.common.cancel }}
          onChange={(value) =>
            onChange({ siteState: siteStates.find((one) => one === value) ?? null })
          }
        />
      )}
    </>
  );
}

/** Where silence of the file is a statement too. */
export function CompleteField({ detail, onChange }: Omit<Props, 'hint'>) {
  const t = useText();
  const words = t.imports.file;
  return (
    <>
      <Checkbox
        label={words.complete}
        description={words.completeHint}
        checked={detail.isComplete}
        onChange={(event) => onChange({ isComplete: event.currentTarget.checked })}
      />
      {detail.isComplete && (
        <RegencyField
          code={detail.regencyCode}
          label={words.completeFor}
          hint={words.completeForHint}
          placeholder={words.completeForAny}
          onChange={(regencyCode) => onChange({ regencyCode })}
        />
      )}
    </>
  );
}
