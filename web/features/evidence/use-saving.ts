// Saving through the outbox: on the device for good first, then a short wait for the server's answer.
import { useState } from 'react';
import type { Report } from '#contract/evidence';
import { outcomeOf } from '../../api/outbox/outcome.ts';
import type {
  NewOutboxItem,
  NewOutboxPhoto,
  OutboxEntry,
  OutboxRefusal,
} from '../../api/outbox/types.ts';
import { useOutbox } from '../../api/outbox/use-outbox.ts';

/** So long the form stays for an answer, milliseconds; then the report goes on from the device. */
const patienceMs = 4000;

type Props = {
  /** Of the report in the form. */
  accountId: string;
  id: string;
  /** The stored report beside which a person must choose, when the form opens on such a one. */
  conflict: Report | null;
  /** It is on the device for good, whatever becomes of the line. */
  onStored: () => void;
  onArrived: (entry: OutboxEntry) => void;
  /** It is on the device and goes on by itself. */
  onKept: () => void;
  onRefused: (refusal: OutboxRefusal) => void;
};

export function useSaving({ accountId, id, onArrived, onKept, onRefused, ...props }: Props) {
  const outbox = useOutbox();
  const key = { accountId, id };
  const entry = outbox.entries.find((other) => other.id === id);
  const [isSaving, setIsSaving] = useState(false);
  const [conflict, setConflict] = useState(props.conflict);
  /** The device could not take it: it is full, or keeps nothing. */
  const [isDeviceFull, setIsDeviceFull] = useState(false);
  /** This form has put something in that was refused: leaving takes it out again. */
  const [isOursRefused, setIsOursRefused] = useState(false);

  async function follow(): Promise<void> {
    const outcome = await outcomeOf(outbox, key, patienceMs);
    if (!outcome) return onKept();
    if (outcome.state === 'conflict' && outcome.current) return setConflict(outcome.current);
    if (outcome.state === 'refused' && outcome.refusal) {
      setIsOursRefused(true);
      return onRefused(outcome.refusal);
    }
    onArrived(outcome);
  }

  async function run(work: () => Promise<void>): Promise<void> {
    if (isSaving) return;
    setIsSaving(true);
    setIsDeviceFull(false);
    try {
      await work();
      await follow();
    } catch (error) {
      console.error(error);
      setIsDeviceFull(true);
    } finally {
      setIsSaving(false);
    }
  }

  return {
    /** What is known of the report in the outbox; undefined when it is not there. */
    entry,
    isSaving,
    conflict,
    setConflict,
    isDeviceFull,

    /** Photos that wait in the outbox and are not among `photos` are taken out of it. */
    save: (
      item: Omit<NewOutboxItem, 'accountId' | 'id'>,
      photos: () => Promise<NewOutboxPhoto[]>,
    ) =>
      run(async () => {
        const wanted = await photos();
        const before = (await outbox.find(key))?.photos ?? [];
        for (const { id: photoId, blob } of before)
          if (blob && !wanted.some((photo) => photo.id === photoId))
            await outbox.dropPhoto(key, photoId);
        await outbox.put({ ...key, ...item }, wanted);
        props.onStored();
      }),

    /** Sends what waits in conflict as a change of the stored version. */
    takeMine: () =>
      run(async () => {
        await outbox.resolveConflict(key, 'mine');
        setConflict(null);
      }),

    /** Leaves the stored report as it is; photos are still added to it. */
    takeTheirs: () => outbox.resolveConflict(key, 'theirs'),

    /** What was refused in this very form is given up with it. */
    giveUp: async () => {
      if (isOursRefused) await outbox.discard(key).catch(() => undefined);
    },
  };
}
