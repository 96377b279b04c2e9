// The map engine is two thirds of the first view: it is fetched at once, and small things wait for it.

/** Loads web/map with MapLibre; every call gives the same promise. */
export const loadMapView = () => import('../map/map-view.tsx');

void loadMapView();

/** Loads what is not part of the first view once the engine is there, or has failed to come. */
export async function afterMapEngine<T>(load: () => Promise<T>): Promise<T> {
  await loadMapView().catch(() => undefined);
  return load();
}
