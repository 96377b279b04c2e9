// Names that the app and its service worker must agree on.

/** The Cache Storage in which the tiles of kept regencies lie, by their address. */
export const keptTilesCache = 'jangkau-tiles';

/** Set on what the app itself puts into that cache: the service worker keeps no second copy. */
export const keptByAppHeader = 'x-kept-by-app';
