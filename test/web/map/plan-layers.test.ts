// A tower that is thought of on the map: what is drawn of it, above what, and while it is dragged.
import { describe, expect, test } from 'vitest';
import { grounds } from '../../../web/map/ground.ts';
import {
  draggedPlan,
  planAreaLayers,
  planData,
  planPointLayers,
  planSource,
  planStepLayer,
  type PlanDrawing,
} from '../../../web/map/layers/plan.ts';

const drawing: PlanDrawing = {
  footprint: [
    [
      [
        [100, -2],
        [100.1, -2],
        [100.1, -1.9],
        [100, -2],
      ],
    ],
  ],
  notes: [{ position: [100.05, -1.95], text: '62%' }],
  steps: [{ id: 'step:0', position: [100.2, -1.9], number: 1 }],
};

const partsOf = (one: PlanDrawing) => {
  const { data } = planData(one);
  if (typeof data === 'string' || data.type !== 'FeatureCollection') throw new Error('no features');
  return data.features.map(({ properties }) => properties?.['part']);
};

test('every part is drawn, and what there is none of is not', () => {
  expect(partsOf(drawing)).toEqual(['footprint', 'note', 'step']);
  expect(partsOf({ footprint: null, notes: [], steps: [] })).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in the theme %s', (theme) => {
  const layers = [...planAreaLayers(grounds[theme]), ...planPointLayers(grounds[theme])];

  test('all of it is in the ink of what a person does, from one source', () => {
    expect(new Set(layers.map((layer) => 'source' in layer && layer.source))).toEqual(
      new Set([planSource]),
    );
    expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
    expect(layers.map(({ id }) => id)).toContain(planStepLayer);
    const edge = layers.find(({ id }) => id === 'plan-edge');
    expect(edge?.paint).toMatchObject({ 'line-color': grounds[theme].ink });
  });
});

test('dragged, the footprint goes along and promises nothing', () => {
  const { footprint, notes, steps } = draggedPlan(drawing, [100, -2], [100.5, -1]);
  expect(footprint?.[0]?.[0]?.[0]).toEqual([100.5, -1]);
  expect(footprint?.[0]?.[0]?.[1]?.[0]).toBeCloseTo(100.6);
  expect(notes).toEqual([]);
  expect(steps).toEqual(drawing.steps);
  expect(draggedPlan({ ...drawing, footprint: null }, [0, 0], [1, 1]).footprint).toBeNull();
});
