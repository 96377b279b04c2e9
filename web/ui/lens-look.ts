// How the categories of a lens look: one blue that no status has. The darker, the more it asks for
// attention (age, agreement) or the more is known (completeness).
import type { LensCategory } from '../lib/lens.ts';

type Look = { light: string; dark: string };

const strong: Look = { light: '#12457f', dark: '#9cc1fb' };
const middle: Look = { light: '#6c9bd2', dark: '#5583c4' };
const pale: Look = { light: '#c9dcf2', dark: '#2a4468' };
const nothing: Look = { light: '#d5d9dd', dark: '#343b42' };

export const lensLook: Record<LensCategory, Look> = {
  stale: strong,
  fresh: pale,
  conflict: strong,
  lacking: middle,
  clear: pale,
  all: strong,
  most: middle,
  some: pale,
  none: nothing,
  unknown: nothing,
};
