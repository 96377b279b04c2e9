// The foot of the form: why it is not saved yet, saving, leaving.
import { Button, Group } from '@mantine/core';
import { useText } from '../../i18n/text.tsx';
import { fieldText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import css from './evidence.module.css';
import type { useMarkForm } from './use-mark-form.ts';

type Props = {
  form: ReturnType<typeof useMarkForm>;
  /** Who changed the report meanwhile; null for nobody. */
  changedBy: string | null;
};

export function FormFoot({ form, changedBy }: Props) {
  const t = useText();
  const words = t.evidence.form;
  const { refusal, saving } = form;
  return (
    <div className={css.foot}>
      {changedBy !== null && (
        <Note
          tone="warning"
          actions={
            <Button size="compact-sm" variant="default" onClick={() => void form.compare()}>
              {words.compare}
            </Button>
          }
        >
          {words.changedBy(changedBy)}
        </Note>
      )}
      {saving.isDeviceFull && (
        <Note tone="error" title={t.fieldForm.deviceFullTitle}>
          {t.fieldForm.deviceFull}
        </Note>
      )}
      {refusal && (
        <Note tone="error" title={t.fieldForm.refusedTitle}>
          {fieldText('', refusal.code, t.problem)}
        </Note>
      )}
      <Group gap="xs" wrap="nowrap">
        <Button
          type="submit"
          className={css.save}
          loading={saving.isSaving}
          title={words.saveShortcut}
        >
          {form.isNew ? words.save : words.saveChange}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          className={css.tall}
          onClick={() => void form.leave()}
        >
          {t.common.cancel}
        </Button>
      </Group>
    </div>
  );
}
