// Gives verdicts: the report leaves the list at once, a notice offers to take it back, a refusal
// brings it back with the reason.
import { useRef, useState } from 'react';
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Report } from '#contract/evidence';
import { QueuedReport, type Verdict, type VerdictAction } from '#contract/verification';
import { useVerdict } from '../../api/verification.ts';
import type { Messages } from '../../i18n/id.ts';
import { useText } from '../../i18n/text.tsx';
import { isRefusal, problemText } from '../../lib/problems.ts';
import css from './queue.module.css';

type Given = { id: string; version: number; action: VerdictAction; name: string };

const noticeMs = 8000;

const LastEvent = QueuedReport.shape.events.element;

/** Why it was not stored: with who was quicker, where somebody was. */
function refusalText(error: unknown, t: Messages): string {
  const words = t.verification;
  if (isRefusal(error) && error.code === 'changed_meanwhile') {
    const { event } = error.body as { event?: unknown };
    const last = LastEvent.safeParse(event);
    if (last.success)
      return words.verdict.quicker(`${last.data.byName} ${words.events[last.data.action]}`);
  }
  const [field] = isRefusal(error) ? error.errors : [];
  if (!field) return problemText(error, t.problem);
  const { codes } = t.problem;
  return field.code in codes
    ? codes[field.code as keyof typeof codes]
    : t.problem.unknown(field.code);
}

/** `onShow` opens a report; undefined when none is left. */
export function useVerdicts(onShow: (id: string | undefined) => void) {
  const t = useText();
  const words = t.verification.verdict;
  const { mutateAsync } = useVerdict();
  const last = useRef<Given | null>(null);
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  /** Above, where no button of a decision lies. */
  const look = {
    position: 'top-center',
    closeButtonProps: { 'aria-label': t.common.close },
  } as const;
  const mark = (id: string, isLeaving: boolean) =>
    setLeaving((before) => {
      const next = new Set(before);
      if (isLeaving) next.add(id);
      else next.delete(id);
      return next;
    });

  const fail = (error: unknown, { id, name }: Pick<Given, 'id' | 'name'>) => {
    notifications.show({
      id: `verdict-${id}`,
      color: 'red',
      title: `${words.failed}: ${name}`,
      message: (
        <Notice text={refusalText(error, t)} button={words.open} onClick={() => onShow(id)} />
      ),
      autoClose: false,
      ...look,
    });
  };

  const takeBack = async (given: Given) => {
    const { id, version, name } = given;
    if (last.current === given) last.current = null;
    notifications.hide(`verdict-${id}`);
    try {
      await mutateAsync({ id, version, verdict: { action: 'reopen', reason: words.undoReason } });
      onShow(id);
      notifications.show({
        title: words.undone,
        message: <Notice text={name} />,
        ...look,
      });
    } catch (error) {
      fail(error, given);
    }
  };

  const undo = () => {
    if (last.current) void takeBack(last.current);
    else notifications.show({ message: <Notice text={words.nothingToUndo} />, ...look });
  };

  const tell = (given: Given) => {
    const { id, action, name } = given;
    const isFinal = action === 'reopen';
    notifications.show({
      id: `verdict-${id}`,
      title: words.done[action],
      message: isFinal ? (
        <Notice text={name} />
      ) : (
        <Notice text={name} button={words.undo} onClick={() => void takeBack(given)} />
      ),
      autoClose: noticeMs,
      ...look,
    });
    last.current = isFinal ? null : given;
  };

  /** `name` is what the village is called in notices; `nextId` is shown at once instead. */
  const give = async (
    { id, version }: Report,
    name: string,
    verdict: Verdict,
    nextId: string | undefined,
  ) => {
    mark(id, true);
    onShow(nextId);
    try {
      const report = await mutateAsync({ id, version, verdict });
      tell({ id, version: report.version, action: verdict.action, name });
    } catch (error) {
      fail(error, { id, name });
    } finally {
      mark(id, false);
    }
  };

  return { leaving, give, undo };
}

type NoticeProps = { text: string; button?: string; onClick?: () => void };

function Notice({ text, button, onClick }: NoticeProps) {
  return (
    <div className={css.notice}>
      <span>{text}</span>
      {button !== undefined && (
        <Button size="compact-sm" variant="default" onClick={onClick}>
          {button}
        </Button>
      )}
    </div>
  );
}
