// What is open in an office as a list of words: only what there is. Pure.
import type { OpenWork } from '#contract/work';
import type { Messages } from '../i18n/id.ts';
import { joinNames } from './format.ts';

/** "12 komitmen (3 terlambat), 5 jawaban deklarasi dan 2 laporan"; '' where nothing is open. */
export function openParts(open: OpenWork, words: Messages['work']['handOver']): string {
  const parts = [
    open.commitments > 0 && words.commitments(open.commitments, open.late),
    open.declarations > 0 && words.declarations(open.declarations),
    open.filings > 0 && words.filings(open.filings),
    open.obstacles > 0 && words.obstacles(open.obstacles),
    open.reports > 0 && words.reports(open.reports),
  ].filter((part) => part !== false);
  return joinNames(parts, words.and);
}
