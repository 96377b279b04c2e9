// A minus sign that was lost while typing a figure. Pure.
import { rsrpRangeDbm } from '#contract/evidence';
import { readFigure } from '../../lib/figure.ts';

/** -98 for an RSRP typed as 98: offered, never assumed. Null where no minus sign is missing. */
export function withLostMinus(text: string): number | null {
  const [weakest, strongest] = rsrpRangeDbm;
  const figure = readFigure(text);
  if (figure === null || Number.isNaN(figure)) return null;
  return -figure >= weakest && -figure <= strongest ? -figure : null;
}
