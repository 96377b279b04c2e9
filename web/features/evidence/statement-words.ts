// What a report says of the operators, in few words. Pure.
import type { Operator, Statement } from '#contract/evidence';
import type { Messages } from '../../i18n/id.ts';
import type { Language } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';

type Said = Pick<Statement, 'technology' | 'strength'> & Partial<Omit<Statement, 'operatorId'>>;

/** "4G kuat, −98 dBm, 12,5/3 Mbps", "tidak ada sinyal, sedang gangguan". */
export function answerWords(said: Said, texts: Messages, language: Language): string {
  const { technology, strength, isOutage, rsrpDbm, downloadMbps, uploadMbps } = said;
  const words = texts.fieldForm;
  const figure = (value: number | null | undefined) =>
    value === null || value === undefined
      ? '–'
      : formatNumber(value, language, 1).replace('-', '−');
  const isKnown = (value: number | null | undefined) => value !== null && value !== undefined;
  const parts = [
    technology === 'none'
      ? texts.evidence.noSignal
      : [
          texts.evidence.technologies[technology],
          ...(strength === null ? [] : [texts.evidence.strengthWords[strength]]),
        ].join(' '),
    ...(isOutage === true ? [words.inOutage] : []),
    ...(isKnown(rsrpDbm) ? [words.dbm(figure(rsrpDbm))] : []),
    ...(isKnown(downloadMbps) || isKnown(uploadMbps)
      ? [words.mbps(figure(downloadMbps), figure(uploadMbps))]
      : []),
  ];
  return parts.join(', ');
}

/** "Indosat" for "Indosat Ooredoo Hutchison": lists need the name people say. */
export function shortName(name: string): string {
  return name.length > 16 ? (name.split(' ')[0] ?? name) : name;
}

/** One line for each different answer: "Telkomsel, XLSMART: tidak ada sinyal". */
export function statementLines(
  statements: readonly Statement[],
  operators: readonly Operator[],
  texts: Messages,
  language: Language,
): { operators: string; answer: string }[] {
  const order = new Map(operators.map(({ id }, index) => [id, index]));
  const names = new Map(operators.map(({ id, name }) => [id, shortName(name)]));
  const mobile = operators.filter(({ isMobile }) => isMobile);
  const isWithout = (id: string) =>
    statements.some((s) => s.operatorId === id && s.technology === 'none' && !s.isOutage);
  if (
    mobile.length > 0 &&
    statements.length === mobile.length &&
    mobile.every(({ id }) => isWithout(id))
  )
    return [{ operators: '', answer: texts.evidence.allWithoutSignal }];

  const sorted = [...statements].sort(
    (a, b) => (order.get(a.operatorId) ?? 99) - (order.get(b.operatorId) ?? 99),
  );
  const lines = new Map<string, string[]>();
  for (const statement of sorted) {
    const answer = answerWords(statement, texts, language);
    const name = names.get(statement.operatorId) ?? statement.operatorId;
    lines.set(answer, [...(lines.get(answer) ?? []), name]);
  }
  return [...lines].map(([answer, who]) => ({ operators: who.join(', '), answer }));
}
