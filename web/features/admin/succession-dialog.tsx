// Recording that an operator was taken over: by whom, since when, and what passes to the successor.
import { useState, type FormEvent } from 'react';
import { Button, Group, Modal, Select, Stack, Text, TextInput } from '@mantine/core';
import { SuccessionInput, type KeptOperator } from '#contract/operators';
import { useRecordSuccession } from '../../api/operators.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { todayHere } from '../../lib/today.ts';
import { Note } from '../../ui/note.tsx';
import css from './admin.module.css';

type Props = {
  operator: KeptOperator;
  operators: readonly KeptOperator[];
  onClose: () => void;
  /** What was recorded, in a sentence. */
  onDone: (sentence: string) => void;
};

export function SuccessionDialog({ operator, operators, onClose, onDone }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.operators.succession;
  const record = useRecordSuccession();
  const [successorId, setSuccessorId] = useState('');
  const [succeededOn, setSucceededOn] = useState('');
  const [fields, setFields] = useState<FieldTexts>({});
  const others = operators.filter(
    ({ id, successorId: heir }) => id !== operator.id && heir === null,
  );
  const heirName = others.find(({ id }) => id === successorId)?.name ?? '';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const parsed = SuccessionInput.safeParse({ successorId, succeededOn }, { reportInput: true });
    setFields(parsed.success ? {} : issueFields(parsed.error, t.problem));
    if (!parsed.success) return;
    record.mutate(
      { id: operator.id, input: parsed.data },
      {
        onSuccess: ({ inherited }) => {
          onDone(words.done(formatNumber(inherited, language), heirName));
          onClose();
        },
        onError: (error) => setFields(refusalFields(error, t.problem)),
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      closeButtonProps={{ 'aria-label': t.common.close }}
      title={<span className={css.dialogTitle}>{words.title(operator.name)}</span>}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text size="sm">{words.explain(operator.name)}</Text>
          {record.isError && Object.keys(fields).length === 0 && (
            <Note tone="error">{problemText(record.error, t.problem)}</Note>
          )}
          <Select
            label={words.successor}
            placeholder={words.choose}
            data-autofocus
            data={others.map(({ id, name }) => ({ value: id, label: name }))}
            value={successorId === '' ? null : successorId}
            error={fields['successorId']}
            onChange={(picked) => setSuccessorId(picked ?? '')}
          />
          <TextInput
            type="date"
            label={words.on}
            max={todayHere()}
            value={succeededOn}
            error={fields['succeededOn']}
            onChange={(event) => setSucceededOn(event.currentTarget.value)}
          />
          <Note tone="warning" title={words.final}>
            {operator.commitments === 0
              ? words.movesNone
              : words.moves(
                  formatNumber(operator.commitments, language),
                  heirName || words.someone,
                )}
          </Note>
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={record.isPending}>
              {words.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
