// The form of a new obstacle at a village that is known: what, who could lift it, since when, next look.
import { useState } from 'react';
import { NativeSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { reasons } from '#contract/commitments';
import { ObstacleInput, type Obstacle } from '#contract/obstacles';
import { villageCommitmentsQuery } from '../../api/commitments.ts';
import { operatorsQuery } from '../../api/evidence.ts';
import { localityNamesQuery } from '../../api/localities.ts';
import { useRaiseObstacle } from '../../api/outlook.ts';
import { useText } from '../../i18n/text.tsx';
import { localityName } from '../../lib/locality-name.ts';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { addDays } from '../../lib/days.ts';
import { todayHere } from '../../lib/today.ts';
import { InlineForm } from '../../ui/entry.tsx';
import { commitmentsOpenAt } from './promise-rows.ts';
import type { ObstacleWriter } from './scope.ts';
import css from './obstacles.module.css';

type Props = {
  villageCode: string;
  writer: ObstacleWriter;
  /** Null: it was left. */
  onDone: (saved: Obstacle | null) => void;
};

/** As the fields hold them: '' is nothing. */
type Values = Record<
  | 'localityId'
  | 'reason'
  | 'description'
  | 'lifter'
  | 'operatorId'
  | 'commitmentId'
  | 'sinceOn'
  | 'nextLookOn',
  string
>;

/** Until somebody looks again, unless another day is chosen. */
const nextLookDays = 30;

export function ObstacleForm({ villageCode, writer, onDone }: Props) {
  const t = useText();
  const words = t.outlook.obstacles;
  const raise = useRaiseObstacle();
  const { data: localities = [] } = useQuery(localityNamesQuery(villageCode));
  const { data: operators = [] } = useQuery(operatorsQuery);
  const { data: list } = useQuery(villageCommitmentsQuery(villageCode));
  const [id] = useState(() => crypto.randomUUID());
  const [values, setValues] = useState<Values>(() => ({
    ...{ localityId: '', reason: 'land', description: '', lifter: '', commitmentId: '' },
    operatorId: writer.operatorId ?? '',
    sinceOn: todayHere(),
    nextLookOn: addDays(todayHere(), nextLookDays),
  }));
  const [fields, setFields] = useState<FieldTexts>({});
  const promises = commitmentsOpenAt(list, values.operatorId);

  const change = (next: Partial<Values>) => {
    setValues({ ...values, ...next });
    setFields({});
  };
  const submit = () => {
    const { localityId, operatorId, commitmentId, ...said } = values;
    const input = ObstacleInput.safeParse(
      {
        ...said,
        place: { villageCode, localityId: localityId || null },
        operatorId: operatorId || null,
        commitmentId: promises.some((one) => one.id === commitmentId) ? commitmentId : null,
      },
      { reportInput: true },
    );
    if (!input.success) return setFields(issueFields(input.error, t.problem));
    raise.mutate(
      { id, input: input.data },
      {
        onSuccess: onDone,
        onError: (error) => setFields(refusalFields(error, t.problem)),
      },
    );
  };
  const isNamed = Object.keys(fields).length > 0;
  const day = (field: 'sinceOn' | 'nextLookOn', label: string) => (
    <TextInput
      type="date"
      label={label}
      value={values[field]}
      error={fields[field]}
      onChange={(event) => change({ [field]: event.currentTarget.value })}
    />
  );
  return (
    <InlineForm
      label={words.add}
      submitLabel={t.common.save}
      cancelLabel={t.common.cancel}
      isSaving={raise.isPending}
      fields={fields}
      failure={
        raise.error && !isNamed
          ? { title: words.notSaved, body: problemText(raise.error, t.problem) }
          : null
      }
      onSubmit={submit}
      onCancel={() => onDone(null)}
    >
      {localities.length > 0 && (
        <NativeSelect
          label={words.form.locality}
          value={values.localityId}
          error={fields['place']}
          data={[
            { value: '', label: words.form.wholeVillage },
            ...localities.map((one) => ({ value: one.id, label: localityName(one) })),
          ]}
          onChange={(event) => change({ localityId: event.currentTarget.value })}
        />
      )}
      <NativeSelect
        label={words.form.reason}
        value={values.reason}
        error={fields['reason']}
        data={reasons.map((reason) => ({ value: reason, label: t.commitments.reasons[reason] }))}
        onChange={(event) => change({ reason: event.currentTarget.value })}
      />
      <Textarea
        label={words.form.description}
        placeholder={words.form.descriptionExample}
        value={values.description}
        maxLength={1000}
        autosize
        minRows={2}
        error={fields['description']}
        onChange={(event) => change({ description: event.currentTarget.value })}
      />
      <TextInput
        label={words.form.lifter}
        placeholder={words.form.lifterExample}
        value={values.lifter}
        maxLength={160}
        error={fields['lifter']}
        onChange={(event) => change({ lifter: event.currentTarget.value })}
      />
      {writer.operatorId === null && (
        <NativeSelect
          label={words.form.operator}
          value={values.operatorId}
          error={fields['operatorId']}
          data={[
            { value: '', label: words.everybody },
            ...operators.map(({ id: value, name: label }) => ({ value, label })),
          ]}
          onChange={(event) => change({ operatorId: event.currentTarget.value, commitmentId: '' })}
        />
      )}
      {promises.length > 0 && (
        <NativeSelect
          label={words.form.commitment}
          value={values.commitmentId}
          error={fields['commitmentId']}
          data={[
            { value: '', label: words.form.noCommitment },
            ...promises.map(({ id: value, number, kind }) => ({
              value,
              label: `${t.commitments.number(number)}, ${t.commitments.kinds[kind]}`,
            })),
          ]}
          onChange={(event) => change({ commitmentId: event.currentTarget.value })}
        />
      )}
      <div className={css.days}>
        {day('sinceOn', words.form.since)}
        {day('nextLookOn', words.form.next)}
      </div>
    </InlineForm>
  );
}
