// Two maps that look at the same place: where one moves, the others follow at once.
import type { Map as MapLibreMap } from 'maplibre-gl';

export class CameraLink {
  private readonly maps = new Set<MapLibreMap>();
  /** A map that follows moves too, and must not lead. */
  private isFollowing = false;

  private lead(leader: MapLibreMap): void {
    if (this.isFollowing) return;
    this.isFollowing = true;
    const camera = { center: leader.getCenter(), zoom: leader.getZoom() };
    for (const map of this.maps) if (map !== leader) map.jumpTo(camera);
    this.isFollowing = false;
  }

  /** Takes the camera of those that are there already. Gives back what leaves again. */
  join(map: MapLibreMap): () => void {
    const [first] = this.maps;
    this.maps.add(map);
    if (first) this.lead(first);
    const onMove = () => this.lead(map);
    map.on('move', onMove);
    return () => {
      map.off('move', onMove);
      this.maps.delete(map);
    };
  }
}
