// What a key means on the rows of answers. Pure.
import type { DraftKind } from './answer-draft.ts';

export type GridAction =
  | { do: 'move'; by: number }
  | { do: 'go'; to: 'first' | 'last' }
  | { do: 'choose' }
  | { do: 'choose-all' }
  | { do: 'answer'; kind: DraftKind }
  | { do: 'edit' }
  | { do: 'take-back' }
  | { do: 'leave' };

/** So many rows Page Up and Page Down move. */
const pageRows = 10;

const actions: Record<string, GridAction> = {
  ArrowDown: { do: 'move', by: 1 },
  j: { do: 'move', by: 1 },
  ArrowUp: { do: 'move', by: -1 },
  k: { do: 'move', by: -1 },
  PageDown: { do: 'move', by: pageRows },
  PageUp: { do: 'move', by: -pageRows },
  Home: { do: 'go', to: 'first' },
  End: { do: 'go', to: 'last' },
  ' ': { do: 'choose' },
  b: { do: 'answer', kind: 'build' },
  t: { do: 'answer', kind: 'no_plan' },
  s: { do: 'answer', kind: 'served' },
  Enter: { do: 'edit' },
  Delete: { do: 'take-back' },
  Escape: { do: 'leave' },
};

type Pressed = { key: string; ctrlKey: boolean; metaKey: boolean; altKey: boolean };

/** Null: the key means nothing here. */
export function actionOf({ key, ctrlKey, metaKey, altKey }: Pressed): GridAction | null {
  if (altKey) return null;
  if (ctrlKey || metaKey) return key === 'a' ? { do: 'choose-all' } : null;
  return actions[key.length === 1 ? key.toLowerCase() : key] ?? null;
}

/** The row to which a movement leads, within `count` rows. */
export function rowAfter(
  action: Extract<GridAction, { do: 'move' | 'go' }>,
  at: number,
  count: number,
): number {
  const wanted = action.do === 'move' ? at + action.by : action.to === 'first' ? 0 : count - 1;
  return Math.max(0, Math.min(count - 1, wanted));
}
