// The report that is being changed while marking: the one the address names, fetched where it was
// opened by a link.
import { useEffect, useEffectEvent, useState } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import type { Report } from '#contract/evidence';
import { reportQuery } from '../api/evidence.ts';

/** `wantedId` null: a new report is written. `onGone` is called when it cannot be changed (any more). */
export function useEditing(wantedId: string | null, onGone: () => void) {
  const client = useQueryClient();
  const [editing, setEditing] = useState<Report | null>(null);
  const isHere = (editing?.id ?? null) === wantedId;

  const fetchWanted = useEffectEvent(() => {
    if (isHere) return;
    if (wantedId === null) {
      setEditing(null);
      return;
    }
    client.fetchQuery({ ...reportQuery(wantedId), staleTime: 0 }).then(
      (report) => (report.mayEdit ? setEditing(report) : onGone()),
      () => onGone(),
    );
  });
  useEffect(() => fetchWanted(), [wantedId]);

  return { editing: isHere ? editing : null, isWaiting: !isHere && wantedId !== null, setEditing };
}
