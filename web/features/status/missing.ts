// What a village's status still lacks to be complete, fresh and beyond dispute, in words. Pure.
import type { OperatorLine, StatusWhy } from '#contract/status';
import type { Messages } from '../../i18n/id.ts';
import { joinNames } from '../../lib/format.ts';
import { commonKind } from '../../lib/locality-name.ts';

type Words = Messages['status'];

function names(lines: readonly OperatorLine[], words: Words): string {
  return joinNames(
    lines.map((line) => line.operatorName),
    words.whyAnd,
  );
}

function lackingLine(line: OperatorLine, words: Words): string[] {
  if (line.lacking === null) return [];
  const { status, reports, measurements } = line.lacking;
  const of =
    line.operatorId === null ? words.names[status] : `${words.names[status]} ${line.operatorName}`;
  return [words.missing.lacking(of, reports, measurements)];
}

/** One sentence a gap, the gravest first; empty when nothing is missing. */
export function missingLines(why: StatusWhy, words: Words): string[] {
  const named = why.operators.filter((line) => line.operatorId !== null);
  const unknown = named.filter((line) => line.status === 'unknown');
  const reported = named.filter(
    (line) => line.status !== 'unknown' && !line.confirmed && line.lacking === null,
  );
  const stale = named.filter((line) => line.stale);
  const blank = why.localities.filter((locality) => locality.status === 'unknown');
  const kind = commonKind(blank) ?? '';
  return [
    ...why.operators.flatMap((line) => lackingLine(line, words)),
    ...(reported.length > 0 ? [words.missing.unverified(names(reported, words))] : []),
    ...(unknown.length > 0 && named.length > unknown.length
      ? [words.missing.unknown(names(unknown, words))]
      : []),
    ...(blank.length > 0 && blank.length < why.localities.length
      ? [words.missing.localities(blank.length, kind)]
      : []),
    ...(stale.length > 0 ? [words.missing.stale(names(stale, words))] : []),
  ];
}
