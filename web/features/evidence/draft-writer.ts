// Writes drafts one after the other, so that an earlier wording never overtakes a later one, nor a
// dropped draft comes back.
import { dropDraft, keepDraft } from '../../api/drafts.ts';

/** A device that keeps nothing costs the draft, never the form. */
export function createDraftWriter(accountId: string) {
  /** The last wish for each draft; undefined takes it off the device. */
  const wishes = new Map<string, unknown>();
  let writing: Promise<void> | null = null;

  async function write(): Promise<void> {
    for (let [next] = wishes; next; [next] = wishes) {
      const [id, content] = next;
      wishes.delete(id);
      await (
        content === undefined
          ? dropDraft(accountId, id)
          : keepDraft({ accountId, id, savedAt: Date.now(), content })
      ).catch(() => undefined);
    }
  }

  const wish = (id: string, content: unknown): Promise<void> => {
    wishes.set(id, content);
    writing ??= write().finally(() => {
      writing = null;
    });
    return writing;
  };

  return {
    keep: (id: string, content: object) => void wish(id, content),
    /** Resolves when it is gone. */
    drop: (id: string) => wish(id, undefined),
  };
}
