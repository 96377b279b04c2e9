// What stands above the fields of the form: a draft that came back, or one that was begun elsewhere.
import { Button } from '@mantine/core';
import { useText } from '../../i18n/text.tsx';
import { Note } from '../../ui/note.tsx';
import type { useMarkForm } from './use-mark-form.ts';

export function FormNotes({ form }: { form: ReturnType<typeof useMarkForm> }) {
  const words = useText().evidence.form;
  return (
    <>
      {form.isRestored && (
        <Note
          actions={
            <Button size="compact-sm" variant="default" onClick={form.startOver}>
              {words.draftDiscard}
            </Button>
          }
        >
          {words.draftRestored}
        </Note>
      )}
      {form.offer && (
        <Note
          actions={
            <>
              <Button size="compact-sm" variant="default" onClick={() => void form.takeOffer()}>
                {words.draftContinue}
              </Button>
              <Button size="compact-sm" variant="subtle" color="gray" onClick={form.dropOffer}>
                {words.draftDrop}
              </Button>
            </>
          }
        >
          {form.offer.villageName === null
            ? words.draftElsewhereUnnamed
            : words.draftElsewhere(form.offer.villageName)}
        </Note>
      )}
    </>
  );
}
