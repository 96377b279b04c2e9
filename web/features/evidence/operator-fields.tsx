// What is there of each operator: one row of choices, and the strength where there is a signal.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { strengths, technologies, type Operator } from '#contract/evidence';
import { operatorsQuery } from '../../api/evidence.ts';
import { useText } from '../../i18n/text.tsx';
import type { FieldTexts } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { ChoiceBar } from './choice-bar.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import css from './evidence.module.css';
import {
  isStrength,
  isTechnology,
  withoutSignal,
  withTechnology,
  type FormValues,
} from './form-values.ts';

type Props = {
  values: FormValues;
  onChange: (values: FormValues) => void;
  fields: FieldTexts;
};

export function OperatorFields({ values, onChange, fields }: Props) {
  const t = useText();
  const words = t.evidence.form;
  const { data: operators, isError, refetch } = useQuery(operatorsQuery);
  const [isOpen, setIsOpen] = useState(false);
  const mobile = (operators ?? []).filter(({ isMobile }) => isMobile);
  const others = (operators ?? []).filter(({ isMobile }) => !isMobile);
  const areOthersShown = isOpen || others.some(({ id }) => values.answers[id] !== undefined);
  const error = fields['statements'];

  return (
    <div
      className={`${css.section} ${css.operators}`}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={error === undefined ? undefined : 'statements-error'}
      role="group"
      aria-label={words.signal}
    >
      <div className={css.sectionHead}>
        <span className={css.label}>{words.signal}</span>
      </div>
      {isError && (
        <Note tone="error">
          {words.operatorsFailed}{' '}
          <Button size="compact-sm" variant="default" onClick={() => void refetch()}>
            {t.common.tryAgain}
          </Button>
        </Note>
      )}
      {!operators && !isError && <LoadingLines count={4} label={t.common.loading} />}
      {operators && (
        <>
          <Button
            className={css.wide}
            variant="default"
            fullWidth
            onClick={() =>
              onChange(
                withoutSignal(
                  values,
                  mobile.map(({ id }) => id),
                ),
              )
            }
          >
            {words.allNone}
          </Button>
          {error !== undefined && (
            <p className={css.error} id="statements-error">
              {error}
            </p>
          )}
          {(areOthersShown ? [...mobile, ...others] : mobile).map((operator) => (
            <OperatorField
              key={operator.id}
              operator={operator}
              values={values}
              onChange={onChange}
              fields={fields}
            />
          ))}
          {others.length > 0 && !areOthersShown && (
            <Button
              className={css.left}
              size="compact-sm"
              variant="subtle"
              onClick={() => setIsOpen(true)}
            >
              + {words.others} ({others.map(({ name }) => name).join(', ')})
            </Button>
          )}
        </>
      )}
    </div>
  );
}

function OperatorField({ operator, values, onChange, fields }: Props & { operator: Operator }) {
  const t = useText();
  const words = t.evidence;
  const { id, name } = operator;
  const answer = values.answers[id];
  return (
    <div className={css.operator}>
      <ChoiceBar
        name={`technology-${id}`}
        label={name}
        options={(['unknown', ...technologies] as const).map((value) => ({
          value,
          label: words.technologies[value],
        }))}
        value={answer?.technology ?? 'unknown'}
        onChange={(value) =>
          onChange(withTechnology(values, id, isTechnology(value) ? value : null))
        }
        error={fields[`statements.${id}.technology`] ?? fields[`statements.${id}.operatorId`]}
      />
      {answer && answer.technology !== 'none' && (
        <ChoiceBar
          name={`strength-${id}`}
          label={words.form.strengthOf(name)}
          isLabelHidden
          options={strengths.map((value) => ({ value, label: words.strengths[value] }))}
          value={answer.strength}
          onChange={(value) => {
            if (!isStrength(value)) return;
            onChange({
              ...values,
              answers: { ...values.answers, [id]: { ...answer, strength: value } },
            });
          }}
          error={fields[`statements.${id}.strength`]}
        />
      )}
    </div>
  );
}
