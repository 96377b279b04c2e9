// What is there of each operator: one row of choices, the strength where there is a signal, details.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { strengths, technologies, type Operator, type ReportKind } from '#contract/evidence';
import { operatorsQuery } from '../../api/evidence.ts';
import { useText } from '../../i18n/text.tsx';
import type { FieldTexts } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { withoutSignal, withTechnology, type Answers } from './answers.ts';
import { ChoiceBar } from './choice-bar.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import css from './evidence.module.css';
import { OperatorDetails } from './operator-details.tsx';

type Props = {
  kind: ReportKind;
  answers: Answers;
  onChange: (answers: Answers) => void;
  /** Screenshots of a signal app that show this operator. */
  onScreenshots: (operatorId: string, files: File[]) => void;
  fields: FieldTexts;
};

export function OperatorFields(props: Props) {
  const { kind, answers, onChange, fields } = props;
  const t = useText();
  const words = t.evidence.form;
  const { data: operators, isError, refetch } = useQuery(operatorsQuery);
  const [isOpen, setIsOpen] = useState(false);
  const mobile = (operators ?? []).filter(({ isMobile }) => isMobile);
  const others = (operators ?? []).filter(({ isMobile }) => !isMobile);
  const areOthersShown = isOpen || others.some(({ id }) => answers[id] !== undefined);
  const error = fields['statements'];
  const mobileIds = mobile.map(({ id }) => id);

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
          {kind === 'report' ? (
            <Button
              className={css.wide}
              variant="default"
              fullWidth
              onClick={() => onChange(withoutSignal(answers, mobileIds))}
            >
              {words.allNone}
            </Button>
          ) : (
            <p className={css.help}>{t.fieldForm.ownSimOnly}</p>
          )}
          {error !== undefined && (
            <p className={css.error} id="statements-error">
              {error}
            </p>
          )}
          {(areOthersShown ? [...mobile, ...others] : mobile).map((operator) => (
            <OperatorField key={operator.id} operator={operator} {...props} />
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

function OperatorField(props: Props & { operator: Operator }) {
  const { operator, kind, answers, onChange, onScreenshots, fields } = props;
  const words = useText().evidence;
  const { id, name } = operator;
  const answer = answers[id];
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
          onChange(
            withTechnology(answers, id, technologies.find((known) => known === value) ?? null),
          )
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
            const strength = strengths.find((known) => known === value);
            if (strength) onChange({ ...answers, [id]: { ...answer, strength } });
          }}
          error={fields[`statements.${id}.strength`]}
        />
      )}
      {answer && (
        <OperatorDetails
          operator={operator}
          answer={answer}
          onChange={(next) => onChange({ ...answers, [id]: next })}
          onScreenshot={(files) => onScreenshots(id, files)}
          fields={fields}
          isForced={kind !== 'report' && answer.technology !== 'none'}
        />
      )}
    </div>
  );
}
