// The Kemendagri code as text: its level, its parents. Pure; the wire format is in contract.ts.
import { RegionCode, type Level, levels } from './contract.ts';

/** Whether `text` is a dotted Kemendagri code of any of the four levels (islands are none). */
export function isRegionCode(text: string): boolean {
  return RegionCode.safeParse(text).success;
}

/** The level of a valid code by its number of parts; throws RangeError on anything else. */
export function levelOf(code: string): Level {
  const level = levels[code.split('.').length - 1];
  if (level === undefined || !isRegionCode(code)) throw new RangeError(`no region code: ${code}`);
  return level;
}

/** The code one level up, or null for a province. */
export function parentCode(code: string): string | null {
  const end = code.lastIndexOf('.');
  return end < 0 ? null : code.slice(0, end);
}

/** The province's two digits. */
export function provinceCode(code: string): string {
  return code.slice(0, 2);
}

/** The codes above, nearest first: district, regency, province. Empty for a province. */
export function ancestorCodes(code: string): string[] {
  const parent = parentCode(code);
  return parent === null ? [] : [parent, ...ancestorCodes(parent)];
}
