// Changing a site: its name, its point on the map, its antennas. Another's change is never overwritten unseen.
import { useState } from 'react';
import { TextInput } from '@mantine/core';
import { Site, SiteInput } from '#contract/coverage';
import { useSaveSite } from '../../api/coverage.ts';
import { useText } from '../../i18n/text.tsx';
import type { PointPicker } from '../../lib/point-picker.ts';
import {
  issueFields,
  problemText,
  refusalFields,
  storedVersion,
  type FieldTexts,
} from '../../lib/problems.ts';
import { usePicker } from '../../lib/use-picker.ts';
import { entryCss as css, InlineForm } from '../../ui/entry.tsx';
import { Note } from '../../ui/note.tsx';
import { CellFields } from './cell-fields.tsx';
import { figureFields, toCells, toDraft, withCell, type SiteDraft } from './site-draft.ts';

type Props = {
  site: Site;
  picker: PointPicker;
  onDone: () => void;
};

export function SiteForm({ site, picker, onDone }: Props) {
  const t = useText();
  const words = t.coverage.site;
  const save = useSaveSite();
  const [draft, setDraft] = useState<SiteDraft>(() => toDraft(site));
  const [version, setVersion] = useState(site.version);
  const [fields, setFields] = useState<FieldTexts>({});
  usePicker(picker, site.position);

  const change = (next: Partial<SiteDraft>) => {
    setDraft({ ...draft, ...next });
    setFields({});
  };
  /** What is no figure at all says so; the contract speaks of the rest. */
  const notFigures = (): FieldTexts => {
    const cells = toCells(draft.cells);
    return Object.fromEntries(
      cells.flatMap((cell, index) =>
        figureFields
          .filter((field) => Number.isNaN(cell[field]))
          .map((field) => [`cells.${index}.${field}`, words.notNumber]),
      ),
    );
  };
  const send = (asVersion: number) => {
    if (picker.isUnfinished) return setFields({ position: t.problem.codes.wrong_format });
    const wrong = notFigures();
    if (Object.keys(wrong).length > 0) return setFields(wrong);
    const input = SiteInput.safeParse(
      {
        operatorId: site.operatorId,
        ref: site.ref,
        name: draft.name,
        position: picker.position,
        cells: toCells(draft.cells),
      },
      { reportInput: true },
    );
    if (!input.success) return setFields(issueFields(input.error, t.problem));
    save.mutate(
      { id: site.id, version: asVersion, input: input.data },
      { onSuccess: onDone, onError: (error) => setFields(refusalFields(error, t.problem)) },
    );
  };
  const theirs = storedVersion(save.error, Site);
  const isNamed = Object.keys(fields).length > 0;
  return (
    <InlineForm
      label={words.editOf(site.name === '' ? words.unnamed(site.ref) : site.name)}
      submitLabel={t.common.save}
      cancelLabel={t.common.cancel}
      isSaving={save.isPending}
      fields={fields}
      failure={
        save.error && !isNamed && theirs === null
          ? { title: words.notSaved, body: problemText(save.error, t.problem) }
          : null
      }
      onSubmit={() => send(version)}
      onCancel={onDone}
    >
      {theirs && (
        <Note
          tone="warning"
          actions={
            <>
              <button
                type="button"
                className={css.link}
                onClick={() => {
                  setDraft(toDraft(theirs));
                  setVersion(theirs.version);
                  picker.open(theirs.position);
                  save.reset();
                }}
              >
                {words.takeTheirs}
              </button>
              <button type="button" className={css.link} onClick={() => send(theirs.version)}>
                {words.takeMine}
              </button>
            </>
          }
        >
          {words.changedMeanwhile(theirs.updatedByName)}
        </Note>
      )}
      <TextInput
        label={words.name}
        description={words.nameHint}
        value={draft.name}
        maxLength={120}
        error={fields['name']}
        onChange={(event) => change({ name: event.currentTarget.value })}
      />
      {picker.field(fields['position'])}
      <p className={css.quiet}>{words.moveHint}</p>
      {draft.cells.map((cell, index) => (
        <CellFields
          key={cell.ref}
          number={index + 1}
          cell={cell}
          errors={Object.fromEntries(
            Object.entries(fields)
              .filter(([field]) => field.startsWith(`cells.${index}.`))
              .map(([field, text]) => [field.split('.')[2] ?? '', text]),
          )}
          onChange={(next) => change({ cells: draft.cells.with(index, next) })}
          onRemove={
            draft.cells.length === 1
              ? null
              : () => change({ cells: draft.cells.toSpliced(index, 1) })
          }
        />
      ))}
      {draft.cells.length === 1 && <p className={css.quiet}>{words.keepOne}</p>}
      <button
        type="button"
        className={css.link}
        onClick={() => change({ cells: withCell(draft.cells) })}
      >
        {words.addCell}
      </button>
    </InlineForm>
  );
}
