// Taking the workbook along and bringing it back: the two buttons, and what the file says before it is kept.
import { useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { useWorkTable, workTableFile } from '../../api/work.ts';
import { useText } from '../../i18n/text.tsx';
import { Icon } from '../../ui/icons.tsx';
import { TableDialog } from './table-dialog.tsx';
import css from './work.module.css';

const accepted = '.xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,.csv';

export function TableTools() {
  const t = useText();
  const words = t.work.table;
  const chooser = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const read = useWorkTable();
  const save = useWorkTable();

  const choose = () => chooser.current?.click();
  const take = (next: File) => {
    setFile(next);
    save.reset();
    read.mutate({ file: next, stores: false });
  };
  const close = () => {
    setFile(null);
    read.reset();
    save.reset();
  };
  return (
    <div className={css.tools}>
      <Button
        component="a"
        variant="default"
        href={workTableFile}
        download
        leftSection={<Icon name="data" size={16} />}
      >
        {words.download}
      </Button>
      <Button variant="default" onClick={choose}>
        {words.upload}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={accepted}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          // The same file may be chosen again after it was mended.
          event.currentTarget.value = '';
          if (chosen) take(chosen);
        }}
      />
      {file && (
        <TableDialog
          fileName={file.name}
          outcome={save.data ?? read.data ?? null}
          error={save.error ?? read.error}
          isSaving={save.isPending}
          onSave={() => save.mutate({ file, stores: true })}
          onAnother={choose}
          onClose={close}
        />
      )}
    </div>
  );
}
