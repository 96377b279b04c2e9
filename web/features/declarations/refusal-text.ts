// What the server says of the first field that it refuses; null when it refuses no field. Pure.
import { fieldText, isRefusal } from '../../lib/problems.ts';
import type { Messages } from '../../i18n/id.ts';

export function refusalText(error: unknown, texts: Messages['problem']): string | null {
  const first = isRefusal(error) ? error.errors[0] : undefined;
  if (!first) return null;
  const value = first.value === undefined ? '' : ` (${first.value})`;
  return `${fieldText(first.field, first.code, texts)}${value}`;
}
