// How the categories of a lens look: one blue that no status has. The darker, the more it asks for
// attention (age, agreement) or the more is known (completeness). Of promises the strongest blue is on air;
// what is late has the colour of warnings, a place without any promise is nearly black, and what a measurement
// shows to be served has the colour of that status (a test keeps all of them apart).
import type { LensCategory } from '../lib/lens.ts';
import { statusLook } from './status-look.ts';

type Look = { light: string; dark: string };

const strong: Look = { light: '#12457f', dark: '#9cc1fb' };
const middle: Look = { light: '#6c9bd2', dark: '#5583c4' };
const pale: Look = { light: '#c9dcf2', dark: '#2a4468' };
const soon: Look = { light: '#195ce1', dark: '#2378e7' };
const someday: Look = { light: '#91b1f3', dark: '#114d9c' };
const warning: Look = { light: '#e0a000', dark: '#e8b83a' };
const bare: Look = { light: '#33383e', dark: '#e6eaee' };
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
  late: warning,
  no_promise: bare,
  this_year: soon,
  later: someday,
  on_air: strong,
  serving: statusLook.served,
  none: nothing,
  unknown: nothing,
};
