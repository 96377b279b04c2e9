// What a change of one column makes of the whole mapping. Pure.
import type { ImportDetail, ImportMapping } from '#contract/interchange';

/** The mapping with `column` taken for `key` (null: for nothing), and for nothing else. */
export function remap(
  columns: ImportDetail['columns'],
  column: number,
  key: string | null,
): ImportMapping {
  const kept = columns.flatMap((one, index): [string, number][] =>
    one.key === null || index === column || one.key === key ? [] : [[one.key, index]],
  );
  return Object.fromEntries(key === null ? kept : [...kept, [key, column]]);
}
