// Sea and the land of other countries: the quiet ground when no basemap lies underneath.
import { regionSource, type LayerBuilder } from './context.ts';

export const seaLayers: LayerBuilder = ({ ground }) => [
  { id: 'sea', type: 'background', paint: { 'background-color': ground.sea } },
];

export const landLayers: LayerBuilder = ({ ground, hasBasemap }) =>
  hasBasemap
    ? []
    : [
        {
          id: 'land',
          type: 'fill',
          source: regionSource,
          'source-layer': 'land',
          paint: { 'fill-color': ground.land, 'fill-outline-color': ground.landEdge },
        },
        {
          id: 'province-fill',
          type: 'fill',
          source: regionSource,
          'source-layer': 'province',
          paint: { 'fill-color': ground.province },
        },
      ];
