// Photos of a report with what is read aloud of each, and what to beware of. Pure.
import type { Photo } from '#contract/evidence';
import type { Messages } from '../i18n/id.ts';
import type { Language } from '../i18n/text.tsx';
import { formatDistance } from './format.ts';

export function shownPhotos(photos: readonly Photo[], texts: Messages, language: Language) {
  const words = texts.verification.photos;
  return photos.map(({ id, widthPx, heightPx, kind, isFarFromReport, exifDistanceM }, index) => ({
    id,
    widthPx,
    heightPx,
    label: kind === 'signal_app' ? words.signalApp : words.photoOf(index + 1, photos.length),
    warning:
      isFarFromReport && exifDistanceM !== null
        ? words.far(formatDistance(Math.round(exifDistanceM), language))
        : null,
  }));
}
