// Figures as people type them: decimal comma, thin minus, a minus sign that was lost. Pure.
import { rsrpRangeDbm } from '#contract/evidence';

/** The figure; null for an empty field, NaN for a text that is none (the contract then refuses it). */
export function readFigure(text: string): number | null {
  const plain = text
    .trim()
    .replace(/^[−–]/, '-')
    .replace(/\s+(dbm|mbps|mbit\/s)$/i, '');
  if (plain === '') return null;
  const hasBoth = plain.includes(',') && plain.includes('.');
  const dotted = (hasBoth ? plain.replaceAll('.', '') : plain).replace(',', '.');
  return /^-?\d+(\.\d+)?$/.test(dotted) ? Number(dotted) : Number.NaN;
}

/** -98 for an RSRP typed as 98: offered, never assumed. Null where no minus sign is missing. */
export function withLostMinus(text: string): number | null {
  const [weakest, strongest] = rsrpRangeDbm;
  const figure = readFigure(text);
  if (figure === null || Number.isNaN(figure)) return null;
  return -figure >= weakest && -figure <= strongest ? -figure : null;
}
