// The chosen promises, and agreeing them: on which basis stands on each commitment that comes of it.
import { useState, type FormEvent } from 'react';
import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core';
import { BasisKind, basisKinds } from '#contract/commitments';
import { AgreeInput } from '#contract/declarations';
import { useAgree } from '../../api/declarations.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { todayHere } from '../../lib/today.ts';
import { Note } from '../../ui/note.tsx';
import { readCellKey } from './matrix-items.ts';
import { refusalText } from './refusal-text.ts';
import css from './matrix.module.css';
import page from './declarations.module.css';

type Props = { windowId: string; chosen: ReadonlySet<string>; onDone: () => void };

export function AgreeBar({ windowId, chosen, onDone }: Props) {
  const words = useText().declarations.agree;
  const { language } = useLanguage();
  const [isAsking, setIsAsking] = useState(false);
  const count = formatNumber(chosen.size, language);
  return (
    <div className={css.agree}>
      <strong role="status">{words.chosen(count)}</strong>
      <Button onClick={() => setIsAsking(true)}>{words.button(count)}</Button>
      <button type="button" className={page.link} onClick={onDone}>
        {words.clear}
      </button>
      {isAsking && (
        <AgreeDialog
          windowId={windowId}
          chosen={chosen}
          onClose={() => setIsAsking(false)}
          onDone={onDone}
        />
      )}
    </div>
  );
}

function AgreeDialog({ windowId, chosen, onClose, onDone }: Props & { onClose: () => void }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.declarations.agree;
  const [kind, setKind] = useState<string>('minutes');
  const [number, setNumber] = useState('');
  const [on, setOn] = useState(todayHere());
  const [fields, setFields] = useState<FieldTexts>({});
  const agree = useAgree();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const input = {
      cells: [...chosen].map(readCellKey),
      basisKind: BasisKind.safeParse(kind).data ?? null,
      basisNumber: number,
      basisOn: on === '' ? null : on,
    };
    const parsed = AgreeInput.safeParse(input, { reportInput: true });
    setFields(parsed.success ? {} : issueFields(parsed.error, t.problem));
    if (!parsed.success) return;
    agree.mutate(
      { id: windowId, input: parsed.data },
      {
        onSuccess: () => {
          onClose();
          onDone();
        },
        onError: (error) => setFields(refusalFields(error, t.problem)),
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      closeButtonProps={{ 'aria-label': t.common.close }}
      title={<strong>{words.title}</strong>}
      centered
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <p className={page.hint}>{words.body(formatNumber(chosen.size, language))}</p>
          <NativeSelect
            label={words.basis}
            value={kind}
            data={[
              { value: '', label: words.noBasis },
              ...basisKinds.map((one) => ({ value: one, label: t.commitments.basisKinds[one] })),
            ]}
            onChange={(event) => setKind(event.currentTarget.value)}
          />
          <TextInput
            label={words.number}
            value={number}
            maxLength={120}
            data-autofocus
            error={fields['basisNumber']}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={words.on}
            value={on}
            max={todayHere()}
            error={fields['basisOn']}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          {agree.isError && (
            <Note tone="error" title={words.failed}>
              {refusalText(agree.error, t.problem) ?? problemText(agree.error, t.problem)}
            </Note>
          )}
          <Group gap="xs">
            <Button type="submit" loading={agree.isPending}>
              {words.yes}
            </Button>
            <Button variant="subtle" color="gray" onClick={onClose}>
              {t.common.cancel}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
