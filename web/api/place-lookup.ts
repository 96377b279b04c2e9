// Finds places among those that are kept on the device, much as the server does among all. Pure.
import type { Position, Region, RegionName, SearchHit, VillageRow } from '#contract/regions';

/** The text under which a name is searched; the same folding as the server's (a test compares them). */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’‘`´ʼʻ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function toHit({ code, level, kind, name, path, position, bounds }: Region): SearchHit {
  return { code, level, kind, name, path, position, bounds };
}

/** 0 the whole name, 1 its beginning, 2 a later word or the place it lies in. */
function rank(place: Region, typed: string): number {
  const name = foldText(place.name);
  if (name === typed) return 0;
  return name.startsWith(typed) ? 1 : 2;
}

/** By code, or by the beginnings of words in names and in what they lie in; at most `limit`. */
export function searchPlaces(places: readonly Region[], text: string, limit: number): SearchHit[] {
  const digits = text.trim().replaceAll('.', '');
  if (/^\d+$/.test(digits))
    return places
      .filter(({ code }) => code.replaceAll('.', '').startsWith(digits))
      .toSorted((a, b) => a.code.length - b.code.length || a.code.localeCompare(b.code))
      .slice(0, limit)
      .map(toHit);
  const typed = foldText(text);
  const words = typed.split(' ').filter((word) => word !== '');
  if (words.length === 0) return [];
  const fits = (place: Region) => {
    const parts = [place, ...place.path].flatMap(({ name }) => foldText(name).split(' '));
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  };
  return places
    .filter(fits)
    .toSorted(
      (a, b) =>
        rank(a, typed) - rank(b, typed) ||
        a.code.length - b.code.length ||
        a.code.localeCompare(b.code),
    )
    .slice(0, limit)
    .map(toHit);
}

/** The places right below `code` by name; null when not all of them can be here. */
export function listChildrenOf(places: readonly Region[], code: string): RegionName[] | null {
  const isWhole = code.length >= 5 && places.some((place) => place.code === code);
  if (!isWhole) return null;
  return places
    .filter((place) => place.path[0]?.code === code)
    .map(({ code: own, level, kind, name }) => ({ code: own, level, kind, name }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
}

/** The villages below `code` that are here, by code; of a province only those that were kept. */
export function listVillagesOf(places: readonly Region[], code: string): VillageRow[] {
  return places
    .filter((place) => place.level === 'village' && place.code.startsWith(`${code}.`))
    .toSorted((a, b) => a.code.localeCompare(b.code))
    .map(({ code: own, kind, name, path: [district, regency] }) => ({
      code: own,
      kind,
      name,
      districtName: district?.name ?? '',
      regencyName: `${regency?.kind === 'kota' ? 'Kota ' : ''}${regency?.name ?? ''}`,
    }));
}

/** Squared distance in degrees, the longitude shortened by the latitude: it only ranks. */
function nearness([lng, lat]: Position, [otherLng, otherLat]: Position): number {
  const shortened = (lng - otherLng) * Math.cos((lat * Math.PI) / 180);
  return shortened ** 2 + (lat - otherLat) ** 2;
}

/**
 * The village that [lng, lat] probably lies in: of those whose bounds hold it, the one whose own
 * point is nearest. A guess, for boundaries are not kept; null where none comes into question.
 */
export function guessVillageAt(places: readonly Region[], position: Position): Region | null {
  const [lng, lat] = position;
  const holds = ({ level, bounds }: Region) => {
    if (level !== 'village' || !bounds) return false;
    const [west, south, east, north] = bounds;
    return lng >= west && lng <= east && lat >= south && lat <= north;
  };
  const nearest = places
    .filter(holds)
    .toSorted((a, b) => nearness(position, a.position) - nearness(position, b.position))[0];
  return nearest ?? null;
}
