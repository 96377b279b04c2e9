// The text of a <coordinates> element: "lng,lat,height lng,lat,height". Pure.

/** With spaces round the commas too, which some programs write. */
const tuple = /([^\s,]+)\s*,\s*([^\s,]+)(?:\s*,\s*[^\s,]*)?/g;

/** [lng, lat] of every point, the height dropped; not a number where there is none. */
export function readCoordinates(text: string): [number, number][] {
  return Array.from(text.matchAll(tuple), ([, lng, lat]) => [Number(lng), Number(lat)]);
}
