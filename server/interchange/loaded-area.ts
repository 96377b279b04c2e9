// Whether a position lies in the provinces that are loaded, asked for every row of a file: their
// boundaries stay in the geometry engine's memory until they change. Villages are not its business.
import type { Db } from '../platform/database.ts';
import type { Position } from '../regions/contract.ts';
import { PreparedArea } from '../regions/geos.ts';
import { boundaryVersion } from '../regions/store.ts';
import { listProvinceAreas } from './lookup-store.ts';

/** Returns what answers for the boundaries as they are now; true for all where there is no boundary. */
export function createLoadedArea(db: Db): () => (position: Position) => boolean {
  let kept: { version: string; areas: PreparedArea[] } | null = null;
  return () => {
    const version = boundaryVersion(db);
    if (kept?.version !== version) {
      for (const area of kept?.areas ?? []) area.free();
      kept = { version, areas: listProvinceAreas(db).map((area) => new PreparedArea(area)) };
    }
    const { areas } = kept;
    return (position) => areas.length === 0 || areas.some((area) => area.containsPoint(position));
  };
}
