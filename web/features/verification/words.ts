// What reports say, in few words of the current language. Pure.
import type { Operator, ReportEvent, Statement } from '#contract/evidence';
import type { OperatorLine } from '#contract/status';
import type { VillageNames } from '#contract/verification';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatDateTime, formatNumber, joinNames } from '../../lib/format.ts';
import { placeName } from '../../lib/place-name.ts';

export function villageName({ villageKind, villageName: name }: VillageNames): string {
  return placeName({ kind: villageKind, name });
}

/** "Kec. Pancung Soal, Kab. Pesisir Selatan" */
export function villagePath({ districtName, regencyName }: VillageNames): string {
  const regency = regencyName.startsWith('Kota ') ? regencyName : `Kab. ${regencyName}`;
  return `Kec. ${districtName}, ${regency}`;
}

/** "Indosat" for "Indosat Ooredoo Hutchison": tables need the name people say. */
function shortName(name: string): string {
  return name.length > 16 ? (name.split(' ')[0] ?? name) : name;
}

export function operatorName(id: string, operators: readonly Operator[]): string {
  return shortName(operators.find((operator) => operator.id === id)?.name ?? id);
}

/** In the order in which operators are always shown. */
export function inOrder(
  statements: readonly Statement[],
  operators: readonly Operator[],
): Statement[] {
  const rank = ({ operatorId }: Statement) => operators.findIndex(({ id }) => id === operatorId);
  return statements.toSorted((a, b) => rank(a) - rank(b));
}

/** "4G kuat", "tidak ada sinyal" */
export function saidWords(said: Statement, texts: Messages): string {
  if (said.isOutage) return texts.verification.detail.outage;
  if (said.technology === 'none') return texts.evidence.noSignal;
  const strength = said.strength === null ? '' : texts.evidence.strengthWords[said.strength];
  return `${texts.evidence.technologies[said.technology]} ${strength}`.trim();
}

/** One line of all statements: "Telkomsel 4G kuat · Indosat tidak ada sinyal". */
export function statementLine(
  statements: readonly Statement[],
  operators: readonly Operator[],
  texts: Messages,
): string {
  const isNowhere = statements.every(
    ({ technology, isOutage }) => technology === 'none' && !isOutage,
  );
  const mobile = operators.filter(({ isMobile }) => isMobile);
  if (isNowhere && mobile.length > 0 && statements.length === mobile.length)
    return texts.evidence.allWithoutSignal;
  return inOrder(statements, operators)
    .map((said) => `${operatorName(said.operatorId, operators)} ${saidWords(said, texts)}`)
    .join(' · ');
}

/** "hari ini", "41 hari" */
export function ageWords(days: number, texts: Messages, language: Language): string {
  const words = texts.verification;
  return days === 0 ? words.today : words.days(formatNumber(days, language));
}

/** "Sari menolak · 12 Okt 2026 14.05" */
export function eventLine(event: ReportEvent, texts: Messages, language: Language): string {
  const office = event.officeName === '' ? '' : ` (${event.officeName})`;
  const did = texts.verification.events[event.action];
  return `${event.byName}${office} ${did} · ${formatDateTime(event.at, language)}`;
}

/** What the minimum of evidence still asks for, operators that lack the same in one line. */
export function lackingLines(lines: readonly OperatorLine[], texts: Messages): string[] {
  const byNeed = new Map<string, { names: string[]; reports: number; measurements: number }>();
  for (const { lacking, operatorName: whole } of lines) {
    if (lacking === null) continue;
    const name = shortName(whole);
    const { reports, measurements } = lacking;
    const key = `${reports} ${measurements}`;
    const known = byNeed.get(key);
    if (known) known.names.push(name);
    else byNeed.set(key, { names: [name], reports, measurements });
  }
  return [...byNeed.values()].map(({ names, reports, measurements }) =>
    texts.verification.outlook.lacking(
      joinNames(names, texts.status.whyAnd),
      reports,
      measurements,
    ),
  );
}
