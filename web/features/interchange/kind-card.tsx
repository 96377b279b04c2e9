// One kind of table: what it is for, what its columns are, and where its file is dropped or chosen.
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import { Button } from '@mantine/core';
import type { ImportKindName } from '#contract/interchange';
import { templateFile } from '../../api/imports.ts';
import { useText } from '../../i18n/text.tsx';
import css from './data.module.css';

type Props = {
  kind: ImportKindName;
  isBusy: boolean;
  onFile: (file: File) => void;
  /** What became of the file that was sent. */
  children: ReactNode;
};

const accepted = [
  ...['.xlsx', '.csv', '.tsv', '.txt', 'text/csv'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ...['.kmz', '.kml', '.zip', '.shp', '.geojson', '.json', '.gpkg'],
].join();

export function KindCard({ kind, isBusy, onFile, children }: Props) {
  const t = useText();
  const words = t.imports;
  const { name, about, columns } = words.kinds[kind];
  const chooser = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setIsOver(false);
    const [file] = event.dataTransfer.files;
    if (file && !isBusy) onFile(file);
  };
  return (
    <li
      className={css.kind}
      data-kind={kind}
      data-over={isOver || undefined}
      title={words.dropHint}
      onDragOver={(event) => {
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={onDrop}
    >
      <h2 className={css.kindName}>{name}</h2>
      <p className={css.about}>{about}</p>
      <p className={css.columns}>
        <span>{words.columnsLabel}</span> {columns}
      </p>
      <div className={css.actions}>
        <Button
          size="sm"
          variant="default"
          disabled={isBusy}
          aria-label={words.chooseFileFor(name)}
          onClick={() => chooser.current?.click()}
        >
          {isOver ? words.dropHere : words.chooseFile}
        </Button>
        {/* Areas are drawn on a map, not typed into a table. */}
        {kind !== 'coverage' && (
          <Button
            size="sm"
            variant="subtle"
            component="a"
            href={templateFile(kind)}
            download
            aria-label={words.templateFor(name)}
          >
            {words.template}
          </Button>
        )}
        <input
          ref={chooser}
          type="file"
          hidden
          accept={accepted}
          onChange={(event) => {
            const [file] = event.currentTarget.files ?? [];
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = '';
            if (file) onFile(file);
          }}
        />
      </div>
      {children}
    </li>
  );
}
