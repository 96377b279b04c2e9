// What a workbook that was brought back says: its changes, and the cells to be put right; then that it is kept.
import { Button, Group, Modal } from '@mantine/core';
import type { WorkTable } from '#contract/work';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { fieldText, problemText } from '../../lib/problems.ts';
import { phoneQuery, useMedia } from '../../lib/use-media.ts';
import { Note } from '../../ui/note.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import css from './table-dialog.module.css';

type Props = {
  fileName: string;
  /** Null while it is read, or when it cannot be. */
  outcome: WorkTable | null;
  error: Error | null;
  isSaving: boolean;
  onSave: () => void;
  onAnother: () => void;
  onClose: () => void;
};

/** As many lines as one reads before saving; the file holds the others. */
const shownLines = 200;

export function TableDialog(props: Props) {
  const { fileName, outcome, error, isSaving, onSave, onAnother, onClose } = props;
  const t = useText();
  const { language } = useLanguage();
  const words = t.work.table;
  const isPhone = useMedia(phoneQuery);
  const number = (value: number) => formatNumber(value, language);
  const changes = outcome?.changes.length ?? 0;
  const maySave = outcome !== null && !outcome.isStored && outcome.errors.length === 0;
  return (
    <Modal
      opened
      onClose={onClose}
      size="xl"
      fullScreen={isPhone}
      title={<span className={css.title}>{`${words.title}: ${fileName}`}</span>}
      closeButtonProps={{ 'aria-label': t.common.close }}
    >
      <div className={css.body} aria-live="polite">
        {outcome === null && error === null && <LoadingLines count={4} label={words.reading} />}
        {error && (
          <Note tone="error" title={words.failed}>
            {problemText(error, t.problem)}
          </Note>
        )}
        {outcome && <Outcome outcome={outcome} />}
      </div>
      <Group justify="flex-end" gap="xs" mt="md" className={css.foot}>
        {outcome?.isStored ? (
          <Button data-autofocus onClick={onClose}>
            {t.common.close}
          </Button>
        ) : (
          <>
            <Button variant="default" onClick={onAnother}>
              {words.another}
            </Button>
            {maySave && changes > 0 && (
              <Button loading={isSaving} onClick={onSave}>
                {words.save(number(changes))}
              </Button>
            )}
          </>
        )}
      </Group>
    </Modal>
  );
}

function Outcome({ outcome }: { outcome: WorkTable }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.work.table;
  const number = (value: number) => formatNumber(value, language);
  const { isStored, changes, unchanged, errors } = outcome;
  if (isStored) return <Note title={words.saved(number(changes.length))}>{null}</Note>;
  if (changes.length === 0 && errors.length === 0)
    return <Note title={words.nothing}>{words.nothingHint}</Note>;
  return (
    <>
      {errors.length > 0 && (
        <>
          <Note tone="error" title={words.errors(number(errors.length))}>
            {words.errorsHint}
          </Note>
          <Errors errors={errors} />
        </>
      )}
      <p className={css.summary}>
        {`${words.changes(number(changes.length))} · ${words.unchanged(number(unchanged))}`}
      </p>
      {changes.length > 0 && <Changes changes={changes} />}
    </>
  );
}

function Errors({ errors }: Pick<WorkTable, 'errors'>) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.work.table;
  return (
    <ul className={css.errors} aria-label={words.wrong}>
      {errors.slice(0, shownLines).map(({ sheet, row, header, code, value }) => (
        <li key={`${sheet}/${row}/${header}/${code}`}>
          <span className={css.where}>
            {words.where(sheet, row)}
            {header !== null && ` · ${header}`}
          </span>
          {value !== '' && <q className={css.value}>{value}</q>}
          <span>{fieldText('', code, t.problem)}</span>
        </li>
      ))}
      {errors.length > shownLines && (
        <li>{words.rest(formatNumber(errors.length - shownLines, language))}</li>
      )}
    </ul>
  );
}

function Changes({ changes }: Pick<WorkTable, 'changes'>) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.work.table;
  return (
    <ul className={css.changes} aria-label={words.changed}>
      {changes.slice(0, shownLines).map(({ sheet, row, subject, from, to }) => (
        <li key={`${sheet}/${row}`}>
          <span className={css.subject}>{subject}</span>
          <span className={css.where}>{words.where(sheet, row)}</span>
          <span className={css.from}>
            <span className="visually-hidden">{words.before} </span>
            {from}
          </span>
          <span className={css.to}>
            <span className="visually-hidden">{words.after} </span>
            {to}
          </span>
        </li>
      ))}
      {changes.length > shownLines && (
        <li>{words.rest(formatNumber(changes.length - shownLines, language))}</li>
      )}
    </ul>
  );
}
