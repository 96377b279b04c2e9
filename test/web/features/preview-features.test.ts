// What of a file is drawn on the map of its preview, and what has to be in view.
import { describe, expect, it } from 'vitest';
import type { ImportFeature } from '#contract/interchange';
import { boundsOf, toPreviewRows } from '../../../web/features/interchange/preview-features.ts';
import { previewData } from '../../../web/map/layers/preview.ts';

const point: ImportFeature = {
  ...{ number: 7, part: 'doubtful', label: '<b>Koto</b>', position: [100.5, -1.5], outline: null },
};
const area: ImportFeature = {
  ...{ number: 8, part: 'wrong', label: '', position: null },
  outline: [
    [
      [
        [100, -2],
        [101, -2],
        [101, -1],
        [100, -2],
      ],
    ],
  ],
};

describe('the map of a file', () => {
  it('shows every row with its part and a sign, and no text of the file', () => {
    const drawing = { rows: toPreviewRows([point, area]), selectedId: null };
    expect(previewData(drawing)).toMatchObject({
      data: {
        features: [
          { geometry: { type: 'Point' }, properties: { id: '7', part: 'doubtful', sign: '?' } },
          { geometry: { type: 'MultiPolygon' }, properties: { id: '8', part: 'wrong', sign: '×' } },
        ],
      },
    });
    expect(JSON.stringify(previewData(drawing))).not.toContain('Koto');
  });

  it.each([
    [[], null],
    [[point], [100.5, -1.5, 100.5, -1.5]],
    [
      [point, area],
      [100, -2, 101, -1],
    ],
  ])('of %j is fitted to %j', (features, expected) => {
    expect(boundsOf(features)).toEqual(expected);
  });
});
