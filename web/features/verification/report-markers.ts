// Reports as points of the map: hollow waits, solid counts, faint is out of the game. Pure.
import type { NearbyReport, Report } from '#contract/evidence';
import type { Bounds, Position } from '#contract/regions';
import { standingOf, type ReportStanding } from '../../lib/report-state.ts';
import type { MapMarker } from '../../map/layers/markers.ts';

const looks: Record<ReportStanding, Pick<MapMarker, 'look' | 'sign'>> = {
  waiting: { look: 'hollow', sign: '' },
  asked: { look: 'hollow', sign: '?' },
  verified: { look: 'solid', sign: '' },
  resolved: { look: 'solid', sign: '' },
  rejected: { look: 'faint', sign: '×' },
  duplicate: { look: 'faint', sign: '=' },
};

function toMarker(report: Report, isSelected: boolean): MapMarker[] {
  const { id, position, accuracyM } = report;
  if (position === null) return [];
  const circleM = isSelected ? accuracyM : null;
  return [
    { id, position, kind: 'report', ...looks[standingOf(report)], isSelected, accuracyM: circleM },
  ];
}

/** The report last, so that it lies on top; those without a position are not on the map. */
export function markersOf(report: Report, others: readonly NearbyReport[]): MapMarker[] {
  return [...others.flatMap((other) => toMarker(other, false)), ...toMarker(report, true)];
}

/** What must be in view: the village, and the report where it lies outside. */
export function boundsWith(bounds: Bounds | null, position: Position | null): Bounds | null {
  if (bounds === null || position === null) return bounds;
  const [west, south, east, north] = bounds;
  const [lng, lat] = position;
  return [Math.min(west, lng), Math.min(south, lat), Math.max(east, lng), Math.max(north, lat)];
}
