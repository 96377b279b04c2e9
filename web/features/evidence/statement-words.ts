// What a report says of the operators, in few words. Pure.
import type { Operator, Statement } from '#contract/evidence';
import type { Messages } from '../../i18n/id.ts';

/** "4G kuat", "tidak ada sinyal". */
export function answerWords(
  { technology, strength }: Pick<Statement, 'technology' | 'strength'>,
  texts: Messages['evidence'],
): string {
  if (technology === 'none') return texts.noSignal;
  const word = strength === null ? '' : ` ${texts.strengthWords[strength]}`;
  return `${texts.technologies[technology]}${word}`;
}

/** "Indosat" for "Indosat Ooredoo Hutchison": lists need the name people say. */
export function shortName(name: string): string {
  return name.length > 16 ? (name.split(' ')[0] ?? name) : name;
}

/** One line for each different answer: "Telkomsel, XLSMART: tidak ada sinyal". */
export function statementLines(
  statements: readonly Statement[],
  operators: readonly Operator[],
  texts: Messages['evidence'],
): { operators: string; answer: string }[] {
  const order = new Map(operators.map(({ id }, index) => [id, index]));
  const names = new Map(operators.map(({ id, name }) => [id, shortName(name)]));
  const mobile = operators.filter(({ isMobile }) => isMobile);
  const isWithout = (id: string) =>
    statements.some((s) => s.operatorId === id && s.technology === 'none');
  if (
    mobile.length > 0 &&
    statements.length === mobile.length &&
    mobile.every(({ id }) => isWithout(id))
  )
    return [{ operators: '', answer: texts.allWithoutSignal }];

  const sorted = [...statements].sort(
    (a, b) => (order.get(a.operatorId) ?? 99) - (order.get(b.operatorId) ?? 99),
  );
  const lines = new Map<string, string[]>();
  for (const statement of sorted) {
    const answer = answerWords(statement, texts);
    const name = names.get(statement.operatorId) ?? statement.operatorId;
    lines.set(answer, [...(lines.get(answer) ?? []), name]);
  }
  return [...lines].map(([answer, who]) => ({ operators: who.join(', '), answer }));
}
