// The key under which a facility is found again in its village. Pure text.
import { foldName } from '../regions/names.ts';

/** "SD N 01 Koto" = "sdn 1 koto"; '' for a name without any letter or figure. */
export function facilityKey(name: string): string {
  return foldName(name)
    .replace(/(^|\D)0+(?=\d)/g, '$1')
    .replaceAll(' ', '');
}
