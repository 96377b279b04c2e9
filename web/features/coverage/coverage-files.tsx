// The files of sites and coverage that were brought in lately; one that was wrong can be taken back whole.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { notifications } from '@mantine/notifications';
import { coverageKinds, type ImportSummary } from '#contract/interchange';
import { useUndoCoverageFile } from '../../api/coverage.ts';
import { importsQuery } from '../../api/imports.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDateTime } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { entryCss, RemoveLink } from '../../ui/entry.tsx';
import { Note } from '../../ui/note.tsx';
import { LoadingLines } from '../../ui/states.tsx';
import css from './screen.module.css';

const shownAtFirst = 6;

export function CoverageFiles() {
  const t = useText();
  const words = t.coverageTables.files;
  const imports = useQuery(importsQuery);
  const [isWhole, setIsWhole] = useState(false);
  const stored = (imports.data ?? []).filter(
    ({ kind, state }) => coverageKinds.includes(kind) && state === 'stored',
  );
  const shown = isWhole ? stored : stored.slice(0, shownAtFirst);
  return (
    <section className={css.card} aria-label={words.title}>
      <h2 className={css.subtitle}>{words.title}</h2>
      {imports.isPending ? (
        <LoadingLines count={3} label={t.common.loading} />
      ) : imports.isError ? (
        <p className={css.quiet}>{words.failed}</p>
      ) : stored.length === 0 ? (
        <p className={css.quiet}>{words.none}</p>
      ) : (
        <ul className={css.files}>
          {shown.map((file) => (
            <File key={file.id} file={file} />
          ))}
        </ul>
      )}
      <div className={entryCss.actions}>
        {shown.length < stored.length && (
          <button type="button" className={entryCss.link} onClick={() => setIsWhole(true)}>
            {words.all(String(stored.length))}
          </button>
        )}
        <Link to="/data" className={css.textLink}>
          {words.toImport}
        </Link>
      </div>
    </section>
  );
}

function File({ file }: { file: ImportSummary }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.coverageTables.files;
  const undo = useUndoCoverageFile();
  const { id, fileName, kind, storedAt, createdAt, storedByName, createdByName } = file;
  const when = formatDateTime(storedAt ?? createdAt, language);
  return (
    <li>
      <strong>{fileName}</strong>
      <span className={css.quiet}>
        {t.imports.kinds[kind].name} · {words.by(storedByName ?? createdByName, when)}
      </span>
      <RemoveLink
        label={words.undo}
        ariaLabel={words.undoOf(fileName)}
        question={words.undoSure}
        yes={words.undoYes}
        no={t.common.cancel}
        isBusy={undo.isPending}
        onRemove={() =>
          undo.mutate(id, {
            onSuccess: () => notifications.show({ message: words.undone(fileName) }),
          })
        }
      />
      {undo.error && (
        <Note tone="error" title={words.notUndone}>
          {problemText(undo.error, t.problem)}
        </Note>
      )}
    </li>
  );
}
