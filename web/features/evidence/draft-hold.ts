// Which drafts are open in a tab right now: two tabs must not write one and the same report.
const prefix = 'jangkau-draft-';

/** Ids of drafts that a form holds, in this tab or another; empty where the browser has no locks. */
export async function listHeldDrafts(): Promise<Set<string>> {
  if (!('locks' in navigator)) return new Set();
  const { held = [] } = await navigator.locks.query();
  return new Set(
    held.flatMap(({ name = '' }) => (name.startsWith(prefix) ? name.slice(prefix.length) : [])),
  );
}

/** Holds a draft until the function it gives back is called, or the tab closes. */
export function holdDraft(id: string): () => void {
  if (!('locks' in navigator)) return () => undefined;
  let release: () => void = () => undefined;
  const left = new Promise<void>((resolve) => {
    release = resolve;
  });
  void navigator.locks.request(`${prefix}${id}`, { mode: 'shared' }, () => left);
  return release;
}
