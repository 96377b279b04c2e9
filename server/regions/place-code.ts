// Reads a village's code as it arrives in tables: dotted, undotted, or damaged by a spreadsheet.
// Pure text; whether such a village exists is place-match.ts's part.

/**
 * What stands in a code cell. `code` is dotted as Kemendagri writes it. `digits` are ten without dots:
 * Kemendagri's or BPS's numbering. `repaired` had parts without their leading zero. `lost` cannot be
 * restored: scientific notation has dropped digits. `partial` is a code of a regency or district.
 */
export type CodeReading =
  | { kind: 'code'; code: string }
  | { kind: 'repaired'; code: string }
  | { kind: 'digits'; digits: string }
  | { kind: 'partial' }
  | { kind: 'lost' }
  | { kind: 'unreadable' }
  | { kind: 'empty' };

const partWidths = [2, 2, 2, 4];

/** Dots between the parts of ten digits: 1301012001 → 13.01.01.2001. */
export function dotCode(digits: string): string {
  return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6), digits.slice(6)].join('.');
}

function readParts(parts: string[]): CodeReading {
  const fits = parts.every(
    (part, index) => /^\d+$/.test(part) && part.length <= (partWidths[index] ?? 0),
  );
  if (!fits) return { kind: 'unreadable' };
  if (parts.length < partWidths.length) return { kind: 'partial' };
  const code = parts.map((part, index) => part.padStart(partWidths[index] ?? 0, '0')).join('.');
  return { kind: code === parts.join('.') ? 'code' : 'repaired', code };
}

/** Reads one code cell. Never throws. */
export function readVillageCode(typed: string): CodeReading {
  const text = typed.trim().replace(/^['"`’]+|['"`’]+$/g, '');
  if (text === '' || text === '-') return { kind: 'empty' };
  if (/^\d(?:[.,]\d+)?E\+?\d+$/i.test(text)) return { kind: 'lost' };
  // 1301012001.0 from a program that makes every number a fraction; 1.301.012.001 from a spreadsheet.
  const whole = text
    .replace(/^(\d{10})[.,]0+$/, '$1')
    .replace(/^\d(?:[.,]\d{3}){3}$/, (grouped) => grouped.replace(/[.,]/g, ''));
  if (/^\d{10}$/.test(whole)) return { kind: 'digits', digits: whole };
  if (/^(?:\d{2}|\d{4}|\d{6})$/.test(whole)) return { kind: 'partial' };
  const parts = whole.split(/\s*[.\-/ ]\s*/);
  return parts.length > 1 && parts.length <= partWidths.length
    ? readParts(parts)
    : { kind: 'unreadable' };
}

/**
 * The regency codes that a cell can mean: "13.01" and "1301" one, "13.1" two, because a spreadsheet
 * makes 13.1 of 13.10 and of 13.01 alike. Empty when the cell holds no code.
 */
export function listRegencyCodes(typed: string): string[] {
  const text = typed.trim().replace(/^'/, '').replace(',', '.');
  const digits = /^(\d{2})\.?(\d{2})$/.exec(text);
  if (digits) return [`${digits[1]}.${digits[2]}`];
  const eaten = /^(\d{2})\.(\d)$/.exec(text);
  return eaten ? [`${eaten[1]}.0${eaten[2]}`, `${eaten[1]}.${eaten[2]}0`] : [];
}
