// Finding places from a list of codes and names; lines that name none are told by their number.
import { useState } from 'react';
import { Button, Textarea } from '@mantine/core';
import { maxPlacesOfWindow } from '#contract/declarations';
import { useText } from '../../i18n/text.tsx';
import type { WayProps } from './filter-way.tsx';
import css from './chooser.module.css';

/** More than any line may have is cut: the server would refuse the whole list. */
const lineMaxLength = 200;

export function ListWay({ isBusy, onSearch }: WayProps) {
  const words = useText().declarations.search;
  const [text, setText] = useState('');
  const lines = text.trimEnd().split(/\r?\n/);
  const isTooLong = lines.length > maxPlacesOfWindow;
  return (
    <div className={css.way}>
      <Textarea
        label={words.lines}
        description={words.linesHint}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        autosize
        minRows={8}
        maxRows={14}
        error={isTooLong && words.tooManyLines}
      />
      <div>
        <Button
          variant="default"
          loading={isBusy}
          disabled={text.trim() === '' || isTooLong}
          onClick={() =>
            onSearch({ by: 'list', lines: lines.map((line) => line.slice(0, lineMaxLength)) })
          }
        >
          {words.find}
        </Button>
      </div>
    </div>
  );
}
