// The one line of why under a status: what it rests on, how old it is, who is there. Pure.
import { placeStatuses, type StatusWhy } from '#contract/status';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatDate, formatNumber, joinNames } from '../../lib/format.ts';

type Words = Messages['status'];

/** "2 laporan terverifikasi, terakhir 12 Okt 2026; Telkomsel tidak ada, XLSMART belum diketahui" */
export function whyLine(why: StatusWhy, words: Words, language: Language): string {
  const lines = why.operators.flatMap((operator) =>
    operator.why.filter((line) => line.part === 'made'),
  );
  if (lines.length === 0) return words.whyNothing;

  const reportsThat = (verified: boolean) =>
    new Set(
      lines.flatMap((line) =>
        line.reportId !== null && line.verified === verified ? [line.reportId] : [],
      ),
    ).size;
  const verified = reportsThat(true);
  const unverified = reportsThat(false);
  const last = lines.map((line) => line.observedOn).reduce((a, b) => (a > b ? a : b));

  const basis = [
    ...(verified > 0 ? [words.whyVerified(formatNumber(verified, language))] : []),
    ...(unverified > 0 ? [words.whyUnverified(formatNumber(unverified, language))] : []),
    ...(verified + unverified === 0 && why.modelled ? [words.whyModelled] : []),
    words.whyLast(formatDate(last, language)),
  ].join(', ');

  const byOperator = placeStatuses
    .map((status) => ({
      status,
      names: why.operators
        .filter((operator) => operator.status === status)
        .map((operator) => operator.operatorName),
    }))
    .filter(({ names }) => names.length > 0)
    .map(({ status, names }) => words.whyOperators[status](joinNames(names, words.whyAnd)))
    .join(', ');

  return byOperator === '' ? basis : `${basis}; ${byOperator}`;
}
