// The matrix place × operator in words, as it is printed and exported. Indonesian: it goes out on paper.
// Pure; writes no file.
import type { DeclarationWindow, WindowAnswer, WindowPlace } from './declaration-contract.ts';
import { kindWords, reasonWords } from './words.ts';

const capitalised = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** "12 Okt 2026" of an ISO date. */
export function shortDay(isoDay: string): string {
  return new Date(isoDay).toLocaleDateString('id-ID', {
    ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
  });
}

/** "Jorong Muaro", the official word before the name. */
export function placeTitle({ kind, name }: Pick<WindowPlace, 'kind' | 'name'>): string {
  if (name.toLowerCase().startsWith(`${kind} `)) return name;
  return `${kind === 'rw' || kind === 'rt' ? kind.toUpperCase() : capitalised(kind)} ${name}`;
}

/** Where a place lies below its regency: "Nagari Inderapura, Kec. Pancung Soal". */
export function placeAbove(place: WindowPlace): string {
  const { localityId, villageKind, villageName, districtName } = place;
  const village = localityId === null ? '' : `${capitalised(villageKind)} ${villageName}, `;
  return `${village}Kec. ${districtName}`;
}

/** One cell: what an operator answered for a place. */
export function answerText(answer: WindowAnswer | undefined, isOpen: boolean): string {
  if (answer === undefined) return isOpen ? 'Belum menjawab' : 'Tidak menjawab';
  const { on, kind, siteRef, reason, isMeasured } = answer;
  const day = on === null ? '' : shortDay(on);
  switch (answer.answer) {
    case 'build': {
      const site = siteRef === '' ? '' : ` · ${siteRef}`;
      return `Bangun s.d. ${day}${kind === null ? '' : ` · ${kindWords[kind]}`}${site}`;
    }
    case 'no_plan':
      return `Tidak ada rencana${reason === null ? '' : ` · ${reasonWords[reason].toLowerCase()}`}`;
    case 'served':
      return `Sudah melayani sejak ${day}${isMeasured ? '' : ' · perlu diukur'}`;
    case 'silent':
      return 'Tidak menjawab';
  }
}

export const proposalMark = 'Calon usulan';

/** How many places each kind of answer has, per operator; places without a plan of anyone. */
export type MatrixTotals = {
  operators: { id: string; build: number; noPlan: number; served: number; unanswered: number }[];
  forProposal: number;
};

export function countMatrix({ operators, matrix }: DeclarationWindow): MatrixTotals {
  return {
    operators: operators.map(({ id }) => {
      const kinds = matrix.map(
        ({ answers }) => answers.find(({ operatorId }) => operatorId === id)?.answer,
      );
      const count = (kind: string) => kinds.filter((one) => one === kind).length;
      const [build, noPlan, served] = [count('build'), count('no_plan'), count('served')];
      return { id, build, noPlan, served, unanswered: kinds.length - build - noPlan - served };
    }),
    forProposal: matrix.filter((place) => place.isForProposal).length,
  };
}
