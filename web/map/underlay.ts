// What lies under our own layers, by the basemap that the admin has chosen. Archives load their code only when used.
import type { Basemap } from '#contract/regions';
import type { MapTheme } from './ground.ts';
import { underlaySource, type Underlay } from './style.ts';

function rasterUnderlay(urlTemplate: string, theme: MapTheme): Underlay {
  return {
    sources: {
      [underlaySource]: { type: 'raster', tiles: [urlTemplate], tileSize: 256, maxzoom: 19 },
    },
    layers: [
      {
        id: 'basemap-raster',
        type: 'raster',
        source: underlaySource,
        // Quiet, so that statuses stay the loudest on the map.
        paint:
          theme === 'light'
            ? { 'raster-saturation': -0.6, 'raster-opacity': 0.9 }
            : { 'raster-saturation': -0.7, 'raster-brightness-max': 0.35 },
      },
    ],
  };
}

/** Null for the built-in basemap. */
export async function loadUnderlay(basemap: Basemap, theme: MapTheme): Promise<Underlay | null> {
  switch (basemap.kind) {
    case 'builtin':
      return null;
    case 'raster':
      return rasterUnderlay(basemap.urlTemplate, theme);
    case 'pmtiles': {
      const { archiveUnderlay } = await import('./archive-underlay.ts');
      return archiveUnderlay(basemap.file, theme);
    }
  }
}
