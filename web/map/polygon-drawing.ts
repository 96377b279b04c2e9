// Drawing one polygon on a MapLibre map by mouse or touch, with Terra Draw. A new one replaces the last.
import type { Map as MapLibreMap } from 'maplibre-gl';
import { TerraDraw, TerraDrawModeUndoRedo, TerraDrawPolygonMode } from 'terra-draw';
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter';
import type { Position } from '#contract/regions';
import { grounds, type MapTheme } from './ground.ts';

/** How far the drawing has come: its corners so far, and its closed ring once it is finished. */
export type Drawn = { corners: number; ring: Position[] | null };

/** How near the first corner a tap must be to close the area, pixels; a finger is no mouse. */
const closingPx = { fine: 20, coarse: 32 };

type HexColour = `#${string}`;

function createMode(theme: MapTheme): TerraDrawPolygonMode {
  const ink = grounds[theme].ink as HexColour;
  const casing = grounds[theme].casing as HexColour;
  const isCoarse = window.matchMedia('(pointer: coarse)').matches;
  return new TerraDrawPolygonMode({
    pointerDistance: isCoarse ? closingPx.coarse : closingPx.fine,
    showCoordinatePoints: true,
    styles: {
      ...{ fillColor: ink, fillOpacity: 0.15, outlineColor: ink, outlineWidth: 3 },
      ...{ closingPointColor: casing, closingPointWidth: 7 },
      ...{ closingPointOutlineColor: ink, closingPointOutlineWidth: 3 },
      ...{ coordinatePointColor: ink, coordinatePointWidth: 5 },
      ...{ coordinatePointOutlineColor: casing, coordinatePointOutlineWidth: 2 },
    },
  });
}

/** Corners that were set: while it is drawn the ring ends with the pointer and its first corner. */
function countCorners(ring: readonly unknown[], isFinished: boolean): number {
  return Math.max(0, ring.length - (isFinished ? 1 : 2));
}

export class PolygonDrawing {
  private readonly draw: TerraDraw;
  private readonly onDrawn: (drawn: Drawn) => void;
  private finishedId: string | number | null = null;

  /** `map` must have its style. */
  constructor(map: MapLibreMap, theme: MapTheme, onDrawn: (drawn: Drawn) => void) {
    this.onDrawn = onDrawn;
    this.draw = new TerraDraw({
      adapter: new TerraDrawMapLibreGLAdapter({ map, coordinatePrecision: 6 }),
      modes: [createMode(theme)],
      undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
    });
    this.draw.start();
    this.draw.setMode('polygon');
    this.draw.on('change', this.tell);
    this.draw.on('finish', (id) => {
      this.finishedId = id;
      this.tell();
    });
  }

  private readonly tell = () => {
    const areas = this.draw.getSnapshot().filter(({ geometry }) => geometry.type === 'Polygon');
    const newer = areas.find(({ id }) => id !== this.finishedId);
    if (newer && this.finishedId !== null && areas.length > 1) {
      // The next drawing has begun.
      const before = this.finishedId;
      this.finishedId = null;
      this.draw.removeFeatures([before]);
      return;
    }
    const [area] = areas;
    const isFinished = area !== undefined && area.id === this.finishedId;
    const ring = (area?.geometry.coordinates[0] ?? []) as Position[];
    this.onDrawn({ corners: countCorners(ring, isFinished), ring: isFinished ? ring : null });
  };

  /** Takes back the last corner; a finished area goes as a whole. */
  undo(): void {
    if (this.finishedId !== null || !this.draw.undo()) this.clear();
    else this.tell();
  }

  clear(): void {
    this.finishedId = null;
    this.draw.clear();
    this.draw.setMode('polygon');
    this.onDrawn({ corners: 0, ring: null });
  }

  destroy(): void {
    this.draw.stop();
  }
}
