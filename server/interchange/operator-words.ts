// Which operator a file means: by its name, by what people call it, by the network code of its SIMs, and
// by the one that it has become part of since. Pure; the operators themselves are data.
import { foldName } from '../regions/names.ts';

/** An operator as the database has it, former ones included. */
export type NamedOperator = {
  id: string;
  name: string;
  /** Mobile network codes of MCC 510. */
  mnc: readonly string[];
  /** Who owes today what it promised; null where it stands itself. */
  successorId: string | null;
};

/** What people and files call an operator beside its name, by its id. */
const nicknames: Record<string, readonly string[]> = {
  telkomsel: ['tsel', 'tselkom', 'simpati', 't sel'],
  indosat: ['isat', 'ioh', 'im3', 'tri', 'three', '3', 'h3i', 'hutchison'],
  xlsmart: ['xls', 'xl smart', 'axis', 'excelcomindo'],
  smartfren: ['smart', 'fren', 'sf'],
};

export type OperatorWords = {
  /** The operator of today that a cell names; null where it names none that is known. */
  find(text: string): string | null;
  /** The only one whose name stands somewhere in a text, such as the name of a file. */
  findIn(text: string): string | null;
  /** The operator of today with a mobile network code: '1', '01'. */
  findByNetwork(mnc: string): string | null;
};

export function createOperatorWords(operators: readonly NamedOperator[]): OperatorWords {
  const byId = new Map(operators.map((one) => [one.id, one]));

  function heirOf(one: NamedOperator): string {
    let at = one;
    // A circle of successors would be an error of the data; it ends here anyway.
    for (let step = 0; step < operators.length && at.successorId !== null; step += 1)
      at = byId.get(at.successorId) ?? at;
    return at.id;
  }

  const byWord = new Map<string, string>();
  for (const one of operators) {
    const [short = ''] = one.name.split(' ');
    for (const word of [one.id, one.name, short, ...(nicknames[one.id] ?? [])])
      byWord.set(foldName(word), heirOf(one));
  }
  const byMnc = new Map(
    operators.flatMap((one) => one.mnc.map((mnc) => [Number(mnc), heirOf(one)] as const)),
  );

  return {
    find: (text) => {
      const folded = foldName(text).replace(/^pt /, '').replace(/ tbk$/, '');
      return byWord.get(folded) ?? byWord.get(folded.split(' ')[0] ?? '') ?? null;
    },
    findIn: (text) => {
      const folded = ` ${foldName(text)} `;
      const named = [...byWord].filter(([word]) => word.length > 1 && folded.includes(` ${word} `));
      const ids = new Set(named.map(([, id]) => id));
      const [only] = ids;
      return ids.size === 1 && only !== undefined ? only : null;
    },
    findByNetwork: (mnc) =>
      /^\d{1,3}$/.test(mnc.trim()) ? (byMnc.get(Number(mnc)) ?? null) : null,
  };
}
