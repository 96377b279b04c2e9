// A new operator, or another name and other network codes for one.
import { useState, type FormEvent } from 'react';
import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core';
import { OperatorChange, type KeptOperator } from '#contract/operators';
import { useAddOperator, useChangeOperator } from '../../api/operators.ts';
import { useText } from '../../i18n/text.tsx';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import css from './admin.module.css';

/** `operator` null: a new one. */
type Props = { operator: KeptOperator | null; onClose: () => void };

/** What is wrong with any of the codes stands below their one field. */
function codesText(fields: FieldTexts): string | undefined {
  return Object.entries(fields).find(([field]) => field.startsWith('networkCodes'))?.[1];
}

export function OperatorDialog({ operator, onClose }: Props) {
  const t = useText();
  const words = t.operators.form;
  const add = useAddOperator();
  const change = useChangeOperator();
  const save = operator ? change : add;
  const [name, setName] = useState(operator?.name ?? '');
  const [codes, setCodes] = useState(operator?.networkCodes.join(' ') ?? '');
  const [isMobile, setIsMobile] = useState(false);
  const [fields, setFields] = useState<FieldTexts>({});

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const networkCodes = codes.split(/[\s,;]+/).filter((code) => code !== '');
    const outcome = {
      onSuccess: onClose,
      onError: (error: Error) => setFields(refusalFields(error, t.problem)),
    };
    const parsed = OperatorChange.safeParse({ name, networkCodes }, { reportInput: true });
    setFields(parsed.success ? {} : issueFields(parsed.error, t.problem));
    if (!parsed.success) return;
    if (operator) change.mutate({ id: operator.id, change: parsed.data }, outcome);
    else add.mutate({ ...parsed.data, isMobile }, outcome);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      centered
      closeButtonProps={{ 'aria-label': t.common.close }}
      title={
        <span className={css.dialogTitle}>
          {operator ? words.editTitle(operator.name) : words.addTitle}
        </span>
      }
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {save.isError && Object.keys(fields).length === 0 && (
            <Note tone="error">{problemText(save.error, t.problem)}</Note>
          )}
          <TextInput
            label={t.operators.name}
            placeholder={words.nameExample}
            data-autofocus
            value={name}
            error={fields['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          {!operator && (
            <Checkbox
              label={words.isMobile}
              description={words.isMobileHint}
              checked={isMobile}
              onChange={(event) => setIsMobile(event.currentTarget.checked)}
            />
          )}
          <TextInput
            label={t.operators.codes}
            description={words.codesHint}
            placeholder={words.codesExample}
            inputMode="numeric"
            value={codes}
            error={codesText(fields)}
            onChange={(event) => setCodes(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t.common.cancel}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {operator ? words.save : words.add}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
