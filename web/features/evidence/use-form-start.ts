// Finds out what a form begins with before it is drawn, so that nothing typed is ever overwritten by it.
import { useEffect, useEffectEvent, useState } from 'react';
import { useOutboxHandle } from '../../api/outbox/use-outbox.ts';
import { findStart, type FormStart } from './form-start.ts';
import type { MarkFormProps } from './use-mark-form.ts';

/** Null until it is known; that is a matter of milliseconds. */
export function useFormStart(accountId: string, props: MarkFormProps): FormStart | null {
  const { report, itemId, village, about } = props;
  const outbox = useOutboxHandle();
  const [start, setStart] = useState<FormStart | null>(null);
  const find = useEffectEvent(async () => {
    const villageCode = village?.code ?? null;
    setStart(await findStart({ accountId, outbox, report, itemId, villageCode, about }));
  });
  useEffect(() => void find(), []);
  return start;
}
