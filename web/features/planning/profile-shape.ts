// The section of the ground between two places as shapes of a chart. Pure.
import type { Profile } from '#contract/planning';
import type { ChartBox, Point } from './curve.ts';

export type ProfileShape = {
  /** Closed at the bottom of the chart. */
  ground: Point[];
  line: Point[];
  /** Closed: along its upper edge and back along the lower. */
  fresnel: Point[];
  /** Where the line is blocked first; null: nowhere. */
  blocked: Point | null;
  /** Metres above the sea at the bottom and the top of the chart. */
  lowM: number;
  highM: number;
};

/** Room above the highest and below the lowest point, of their difference. */
const margin = 0.08;
/** A plain is drawn as one, whatever its small unevenness. */
const leastSpanM = 60;

export function shapeProfile(
  { samples, distanceM, blockedAt }: Profile,
  box: ChartBox,
): ProfileShape {
  const heights = samples.flatMap(({ groundM, lineM }) => [groundM, lineM]);
  const [lowest, highest] = [Math.min(...heights), Math.max(...heights)];
  const span = Math.max(leastSpanM, highest - lowest);
  // Nobody needs room below the sea.
  const lowM = lowest < 0 ? lowest - span * margin : Math.max(0, lowest - span * margin);
  const highM = lowest + span * (1 + margin);
  const x = (metres: number) => box.left + (box.width * metres) / Math.max(1, distanceM);
  const y = (metres: number) => {
    const part = (metres - lowM) / (highM - lowM);
    return box.top + box.height * (1 - Math.min(1, Math.max(0, part)));
  };
  const at = (heightOf: (sample: Profile['samples'][number]) => number): Point[] =>
    samples.map((sample) => [x(sample.distanceM), y(heightOf(sample))]);
  const bottom = box.top + box.height;
  const upper = at(({ lineM, fresnelM }) => lineM + fresnelM);
  const lower = at(({ lineM, fresnelM }) => lineM - fresnelM);
  const blocking = blockedAt && samples.find((sample) => sample.distanceM >= blockedAt.distanceM);
  return {
    ground: [[box.left, bottom], ...at(({ groundM }) => groundM), [box.left + box.width, bottom]],
    line: at(({ lineM }) => lineM),
    fresnel: [...upper, ...lower.toReversed()],
    blocked: blocking ? [x(blocking.distanceM), y(blocking.groundM)] : null,
    lowM,
    highM,
  };
}
