// Numbers, distances and dates as a reader of each language expects them. Pure.
import type { Language } from '../i18n/text.tsx';

const locales: Record<Language, string> = { id: 'id-ID', en: 'en-GB' };

/** `1.265` in Indonesian, `1,265` in English; at most `decimals` digits after the comma. */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  return value.toLocaleString(locales[language], { maximumFractionDigits: decimals });
}

/** Metres as `350 m` or `3,5 km`; from 10 km on whole kilometres. */
export function formatDistance(metres: number, language: Language): string {
  if (metres < 1000) return `${formatNumber(metres, language)} m`;
  return `${formatNumber(metres / 1000, language, metres < 10_000 ? 1 : 0)} km`;
}

/** Bytes as `840 kB`, `4,2 MB` or `1,3 GB`, in steps of a thousand. */
export function formatBytes(bytes: number, language: Language): string {
  if (bytes < 1e6) return `${formatNumber(Math.max(1, bytes / 1000), language)}\u00a0kB`;
  if (bytes < 1e9) return `${formatNumber(bytes / 1e6, language, bytes < 1e7 ? 1 : 0)}\u00a0MB`;
  return `${formatNumber(bytes / 1e9, language, bytes < 1e10 ? 1 : 0)}\u00a0GB`;
}

/** A day, `2026-10-12` or a full ISO time, as `12 Okt 2026`. A plain day is never shifted. */
export function formatDate(iso: string, language: Language): string {
  const isDay = iso.length === 10;
  return new Date(iso).toLocaleDateString(locales[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    ...(isDay && { timeZone: 'UTC' }),
  });
}

/** A moment as `12 Okt 2026 14.05` (the colon in English) in the reader's own time zone. */
export function formatDateTime(iso: string, language: Language): string {
  const time = new Date(iso).toLocaleTimeString(locales[language], {
    hour: '2-digit',
    minute: '2-digit',
  });
  return `${formatDate(iso, language)} ${time}`;
}

/** `a`, `a dan b`, `a, b dan c`. */
export function joinNames(names: readonly string[], and: string): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')}${and}${names.at(-1)}`;
}
