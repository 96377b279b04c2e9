// After saving: what was kept, what is worth knowing, and ten seconds to take it back.
import { useEffect } from 'react';
import { Button, Group } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { undoSeconds } from '#contract/evidence';
import { useUndoReport } from '../../api/evidence.ts';
import type { OutboxHandle } from '../../api/outbox/handle.ts';
import type { OutboxEntry } from '../../api/outbox/types.ts';
import { useOutboxHandle } from '../../api/outbox/use-outbox.ts';
import { useText } from '../../i18n/text.tsx';
import { useSecondsUntil } from '../../lib/countdown.ts';
import { problemText } from '../../lib/problems.ts';
import css from './evidence.module.css';

/** Shows the toast; the answer needs half a second of the server's ten. */
export function useSavedToast(): (saved: OutboxEntry, isNew: boolean) => void {
  const t = useText();
  const outbox = useOutboxHandle();
  const words = t.evidence.saved;
  return (saved, isNew) => {
    const id = `saved-${saved.id}`;
    const until = Date.now() + undoSeconds * 1000 - 500;
    notifications.hide(id);
    notifications.show({
      id,
      title: isNew ? words.created : words.changed,
      message: (
        <SavedToast
          saved={saved}
          outbox={outbox}
          until={until}
          onClose={() => notifications.hide(id)}
        />
      ),
      autoClose: false,
      withCloseButton: true,
    });
  };
}

type Props = {
  saved: OutboxEntry;
  outbox: Pick<OutboxHandle, 'discard'>;
  until: number;
  onClose: () => void;
};

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');
}

function SavedToast({ saved, outbox, until, onClose }: Props) {
  const t = useText();
  const words = t.evidence.saved;
  const undo = useUndoReport();
  const left = useSecondsUntil(until);
  const isOver = left === 0 && !undo.isPending;

  useEffect(() => {
    if (isOver) onClose();
  }, [isOver, onClose]);

  const takeBack = () => {
    if (undo.isPending) return;
    undo.mutate(
      { id: saved.id, version: saved.version ?? 0 },
      {
        onSuccess: ({ report }) => {
          onClose();
          // What was taken back is not to be sent again, nor its photos.
          if (!report) void outbox.discard(saved);
          notifications.show({ message: report ? words.restored : words.removed });
        },
        onError: (error) => {
          onClose();
          notifications.show({
            color: 'red',
            title: words.undoFailed,
            message: problemText(error, t.problem),
          });
        },
      },
    );
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z';
      if (!isUndo || isTyping(event.target)) return;
      event.preventDefault();
      takeBack();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  const waitingCount = saved.photos.filter(({ state }) => state === 'waiting').length;
  return (
    <div>
      {waitingCount > 0 && <p className={css.plain}>{t.fieldForm.photosFollow(waitingCount)}</p>}
      {saved.warnings.map((warning) => (
        <p key={warning} className={css.plain}>
          {words.warnings[warning]}
        </p>
      ))}
      <Group mt={4}>
        <Button
          size="compact-sm"
          variant="default"
          className={css.figures}
          title="Ctrl + Z"
          loading={undo.isPending}
          onClick={takeBack}
        >
          <span aria-hidden="true">{words.undoIn(left)}</span>
          <span className={css.hidden}>{words.undo}</span>
        </Button>
      </Group>
    </div>
  );
}
