// Every status has its paint in both themes: counted, only reported, old and hidden.
import { describe, expect, test } from 'vitest';
import { placeStatuses, type PlaceStatus } from '../../../server/status/contract.ts';
import {
  edgeColour,
  edgeOpacity,
  patternOpacity,
  staleOpacity,
  statusColour,
  statusOpacity,
  unconfirmedIncompleteOpacity,
  unconfirmedOpacity,
  type FeatureState,
} from '../../../web/map/expressions.ts';
import { imagePatterns } from '../../../web/map/patterns.ts';
import { statusLook } from '../../../web/ui/status-look.ts';
import { evaluate } from './evaluate.ts';

const nothing: ReadonlySet<PlaceStatus> = new Set();

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  const colour = (state: FeatureState, hidden = nothing) =>
    evaluate(statusColour(theme, hidden), state);

  test.each(placeStatuses)('%s has its colour, and unknown’s when it is hidden', (status) => {
    expect(colour({ status })).toBe(statusLook[status][theme]);
    expect(colour({ status }, new Set([status]))).toBe(statusLook.unknown[theme]);
    expect(colour({ status }, new Set(placeStatuses))).toBe(statusLook.unknown[theme]);
  });

  test('a place without state is unknown', () =>
    expect(colour({})).toBe(statusLook.unknown[theme]));

  test('a blankspot has a dark edge, an incomplete place a blankspot’s', () => {
    const edge = (state: FeatureState) => evaluate(edgeColour(theme, nothing), state);
    expect(edge({ status: 'incomplete' })).toBe(statusLook.blankspot[theme]);
    expect(edge({ status: 'blankspot' })).not.toBe(statusLook.blankspot[theme]);
    expect(edge({ status: 'weak', unconfirmed: true })).toBe(statusLook.weak[theme]);
  });
});

describe('opacity', () => {
  const fill = (state: FeatureState, hidden = nothing) => evaluate(statusOpacity(hidden), state);
  const edge = (state: FeatureState, hidden = nothing) => evaluate(edgeOpacity(hidden), state);

  test.each(placeStatuses)('of %s tells counted, reported, old and hidden apart', (status) => {
    expect(fill({ status })).toBe(1);
    const reported = status === 'incomplete' ? unconfirmedIncompleteOpacity : unconfirmedOpacity;
    expect(fill({ status, unconfirmed: true })).toBe(reported);
    expect(fill({ status, stale: true })).toBe(staleOpacity);
    expect(fill({ status, unconfirmed: true }, new Set([status]))).toBeLessThan(unconfirmedOpacity);
  });

  test.each(placeStatuses)('of the edge of %s', (status) => {
    const hasEdge = status === 'blankspot' || status === 'incomplete';
    expect(edge({ status })).toBe(hasEdge ? 1 : 0);
    expect(edge({ status, unconfirmed: true })).toBe(status === 'unknown' ? 0 : 1);
    expect(edge({ status, unconfirmed: true }, new Set([status]))).toBe(0);
    expect(edge({ status }, new Set(placeStatuses))).toBe(0);
  });

  test.each(imagePatterns)('of pattern %s is there for its carriers only', (pattern) => {
    for (const status of placeStatuses) {
      const isCarrier = statusLook[status].pattern === pattern;
      const opacity = patternOpacity(pattern, nothing);
      expect(evaluate(opacity, { status })).toBe(isCarrier ? 1 : 0);
      const hidden = patternOpacity(pattern, new Set([status]));
      expect(evaluate(hidden, { status })).toBe(0);
    }
  });
});
