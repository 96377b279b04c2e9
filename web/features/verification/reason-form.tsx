// The words of a refusal, a question or a reopening; usual ones are one click away.
import { useState, type FormEvent, type KeyboardEvent } from 'react';
import { Button, Group, Textarea } from '@mantine/core';
import { useText } from '../../i18n/text.tsx';
import css from './verdict.module.css';

type Props = {
  action: 'reject' | 'ask' | 'reopen';
  onGive: (reason: string) => void;
  onCancel: () => void;
};

const shortest = 3;
const longest = 500;

export function ReasonForm({ action, onGive, onCancel }: Props) {
  const t = useText();
  const words = t.verification.verdict;
  const [reason, setReason] = useState('');
  const [isRefused, setIsRefused] = useState(false);
  const labels = {
    reject: words.rejectReason,
    ask: words.askReason,
    reopen: words.reopenReason,
  };
  const send = () => {
    if (reason.trim().length < shortest) setIsRefused(true);
    else onGive(reason.trim());
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onCancel();
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <form className={css.reason} onSubmit={onSubmit} onKeyDown={onKeyDown} noValidate>
      <Textarea
        label={labels[action]}
        description={words.reasonHelp}
        autoFocus
        autosize
        minRows={2}
        maxRows={6}
        maxLength={longest}
        value={reason}
        error={isRefused && reason.trim().length < shortest ? words.reasonTooShort : undefined}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <div className={css.suggestions}>
        {words.suggestions[action].map((text) => (
          <button key={text} type="button" onClick={() => setReason(text)}>
            {text}
          </button>
        ))}
      </div>
      <Group gap="xs">
        <Button type="submit">{words.send[action]}</Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t.common.cancel}
        </Button>
      </Group>
    </form>
  );
}
