// The settings as the texts of their fields, and back. Pure.
import type { StatusSettings } from '#contract/status';

export const statuses = ['served', 'weak', '2g_only', 'blankspot', 'outage'] as const;
export const thresholds = ['rsrpGoodDbm', 'rsrpFairDbm', 'rsrpWeakDbm'] as const;

/** Field name (as the contract's path) → what is typed. */
export type SettingsDraft = Record<string, string>;

export function writeDraft(settings: StatusSettings): SettingsDraft {
  return Object.fromEntries([
    ['evidenceAgeMonths', String(settings.evidenceAgeMonths)],
    ...thresholds.map((key) => [key, String(settings[key])]),
    ...statuses.flatMap((status) => [
      [`minimum.${status}.reports`, String(settings.minimum[status].reports)],
      [`minimum.${status}.measurements`, String(settings.minimum[status].measurements)],
    ]),
  ]);
}

/** A typed number with a decimal comma or point and any minus; undefined for anything else. */
function readNumber(text: string | undefined): number | undefined {
  const plain = (text ?? '').trim().replace(',', '.').replace(/^[−–]/, '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

/** What is sent, unchecked: the contract tells which fields are wrong. */
export function readDraft(draft: SettingsDraft): unknown {
  return {
    evidenceAgeMonths: readNumber(draft['evidenceAgeMonths']),
    ...Object.fromEntries(thresholds.map((key) => [key, readNumber(draft[key])])),
    minimum: Object.fromEntries(
      statuses.map((status) => [
        status,
        {
          reports: readNumber(draft[`minimum.${status}.reports`]),
          measurements: readNumber(draft[`minimum.${status}.measurements`]),
        },
      ]),
    ),
  };
}
