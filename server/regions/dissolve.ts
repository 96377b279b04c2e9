// From villages to districts, regencies and provinces: the union of what lies below. Pure.
import { type Multi, union } from './geos.ts';
import { closeSlivers } from './planar.ts';

/** About 100 m × 100 m in square degrees: a smaller hole is no enclave but a gap between edges. */
const sliverArea = 1e-6;
/** About 5 m in degrees: so is a longer hole that is thinner than this. */
const sliverWidth = 5e-5;

/** The outline of the parts together: inner edges gone, slivers closed; `[]` of no parts. */
export function dissolve(parts: Multi[]): Multi {
  return closeSlivers(union(parts), sliverArea, sliverWidth);
}
