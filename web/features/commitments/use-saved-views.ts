// Views of the board that a person gave a name, kept on this device. A link does the same for others.
import { useState } from 'react';
import { z } from 'zod';
import { parseBoardSearch, savedPart, type BoardSearch } from '../../lib/board-view.ts';

const storageKey = 'jangkau.board-views';
const mostViews = 20;

export type SavedView = { name: string; search: BoardSearch };

const Stored = z.array(
  z.object({ name: z.string().min(1).max(60), search: z.record(z.string(), z.unknown()) }),
);

function readViews(): SavedView[] {
  try {
    const stored = Stored.safeParse(JSON.parse(localStorage.getItem(storageKey) ?? '[]'));
    return (stored.data ?? []).map(({ name, search }) => ({
      name,
      search: parseBoardSearch(search),
    }));
  } catch {
    // A damaged list is no reason to show no board.
    return [];
  }
}

export function useSavedViews() {
  const [views, setViews] = useState(readViews);
  const write = (next: SavedView[]) => {
    setViews(next);
    localStorage.setItem(storageKey, JSON.stringify(next));
  };
  return {
    views,
    /** Takes the place of one of the same name; the oldest goes when there are too many. */
    save: (name: string, search: BoardSearch) =>
      write(
        [...views.filter((view) => view.name !== name), { name, search: savedPart(search) }].slice(
          -mostViews,
        ),
      ),
    remove: (name: string) => write(views.filter((view) => view.name !== name)),
  };
}
