// Where it was seen, and at which times of the day the signal is there.
import { availabilities, environments } from '#contract/evidence';
import { useText } from '../../i18n/text.tsx';
import type { FieldTexts } from '../../lib/problems.ts';
import { ChoiceBar } from './choice-bar.tsx';
import css from './field-form.module.css';
import { Fold } from './fold.tsx';
import type { FormValues } from './form-values.ts';

type Props = {
  values: FormValues;
  onChange: (next: Partial<FormValues>) => void;
  fields: FieldTexts;
};

export function ConditionsField({ values, onChange, fields }: Props) {
  const words = useText().fieldForm;
  const { environment, availability } = values;
  const unsaid = { value: 'unknown', label: words.unsaid };
  const summary = [
    ...(environment === null ? [] : [words.environments[environment]]),
    ...(availability === null ? [] : [words.availabilities[availability]]),
  ].join(' · ');
  return (
    <div>
      <Fold
        title={words.conditions}
        summary={summary === '' ? words.unsaid : summary}
        isForced={
          values.kind !== 'report' ||
          fields['environment'] !== undefined ||
          fields['availability'] !== undefined
        }
      >
        <div className={css.inside}>
          <ChoiceBar
            name="environment"
            label={words.environment}
            options={[
              unsaid,
              ...environments.map((value) => ({ value, label: words.environments[value] })),
            ]}
            value={environment ?? 'unknown'}
            onChange={(next) =>
              onChange({ environment: environments.find((known) => known === next) ?? null })
            }
            error={fields['environment']}
          />
          <ChoiceBar
            name="availability"
            label={words.availability}
            isWrapping
            options={[
              unsaid,
              ...availabilities.map((value) => ({ value, label: words.availabilities[value] })),
            ]}
            value={availability ?? 'unknown'}
            onChange={(next) =>
              onChange({ availability: availabilities.find((known) => known === next) ?? null })
            }
            error={fields['availability']}
          />
        </div>
      </Fold>
    </div>
  );
}
