// Streets and waters from a Protomaps archive of this server, in its own light and dark flavour.
// Its own chunk: nobody downloads it who does not use an archive.
import { layers, namedFlavor } from '@protomaps/basemaps';
import { addProtocol, type LayerSpecification } from 'maplibre-gl';
import { Protocol } from 'pmtiles';
import type { MapTheme } from './ground.ts';
import { underlaySource, type Underlay } from './style.ts';

const protocol = new Protocol();
let isRegistered = false;

/** Icons need a sprite, and our own labels name the places. */
function isWanted(layer: LayerSpecification): boolean {
  return !/^(background|pois|places|address|roads_shields)/.test(layer.id);
}

export function archiveUnderlay(file: string, theme: MapTheme): Underlay {
  if (!isRegistered) addProtocol('pmtiles', protocol.tile);
  isRegistered = true;
  const url = new URL(`/basemap/${file}`, location.href).href;
  return {
    sources: { [underlaySource]: { type: 'vector', url: `pmtiles://${url}` } },
    layers: layers(underlaySource, namedFlavor(theme), { lang: 'id' }).filter(isWanted),
  };
}
