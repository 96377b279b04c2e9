// The scale bar's arithmetic. Pure.

/** Metres per CSS pixel at a latitude (degrees) and MapLibre zoom (512 px tiles). */
export function metresPerPixel(lat: number, zoom: number): number {
  const equatorM = 40_075_016.686;
  return (equatorM * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);
}

/** The longest round length (1, 2 or 5 times a power of ten, metres) that fits into `maxPx`. */
export function niceScale(mPerPx: number, maxPx: number): { metres: number; widthPx: number } {
  const longest = mPerPx * maxPx;
  const power = 10 ** Math.floor(Math.log10(longest));
  const metres = ([5, 2, 1].find((step) => step * power <= longest) ?? 1) * power;
  return { metres, widthPx: Math.round(metres / mPerPx) };
}
