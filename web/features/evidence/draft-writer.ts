// Writes drafts, the versions of each one after the other, so that an earlier wording never overtakes a
// later one, nor a dropped draft comes back. A word does not wait for the photos beside it.
import { dropDraft, keepDraft } from '../../api/drafts.ts';

/** A device that keeps nothing costs the draft, never the form. */
export function createDraftWriter(accountId: string) {
  /** The last wish for each draft that is not being written yet; undefined takes it off the device. */
  const wishes = new Map<string, unknown>();
  const writing = new Map<string, Promise<void>>();

  async function write(id: string): Promise<void> {
    while (wishes.has(id)) {
      const content = wishes.get(id);
      wishes.delete(id);
      await (
        content === undefined
          ? dropDraft(accountId, id)
          : keepDraft({ accountId, id, savedAt: Date.now(), content })
      ).catch(() => undefined);
    }
    writing.delete(id);
  }

  const wish = (id: string, content: unknown): Promise<void> => {
    wishes.set(id, content);
    const running = writing.get(id) ?? write(id);
    writing.set(id, running);
    return running;
  };

  return {
    /** Resolves when it, or something later, is on the device. */
    keep: (id: string, content: object) => wish(id, content),
    /** Resolves when it is gone. */
    drop: (id: string) => wish(id, undefined),
  };
}
