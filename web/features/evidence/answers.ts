// What the form holds of each operator, and how it becomes a statement. Pure.
import type { Statement, Strength, Technology } from '#contract/evidence';
import { readFigure } from '../../lib/figure.ts';

/** An operator without an answer is "don't know" and is not sent. Figures stay as they are typed. */
export type Answer = {
  technology: Technology;
  strength: Strength | null;
  isOutage: boolean;
  rsrp: string;
  download: string;
  upload: string;
};

/** By operator id. */
export type Answers = Record<string, Answer>;

const nothingElse = { isOutage: false, rsrp: '', download: '', upload: '' };

/** Only a 4G or 5G cell has an RSRP. */
export function hasRsrp(technology: Technology): boolean {
  return technology === '4g' || technology === '5g';
}

/** The answer for one technology (null: don't know); of what was said before, what still fits stays. */
export function withTechnology(
  answers: Answers,
  operatorId: string,
  technology: Technology | null,
): Answers {
  const { [operatorId]: before, ...others } = answers;
  if (technology === null) return others;
  if (technology === 'none') {
    const isOutage = before?.isOutage ?? false;
    return { ...others, [operatorId]: { technology, strength: null, ...nothingElse, isOutage } };
  }
  const answer = { strength: null, ...nothingElse, ...before, technology, isOutage: false };
  return {
    ...others,
    [operatorId]: { ...answer, rsrp: hasRsrp(technology) ? answer.rsrp : '' },
  };
}

export function withoutSignal(answers: Answers, operatorIds: readonly string[]): Answers {
  return operatorIds.reduce((all, id) => withTechnology(all, id, 'none'), answers);
}

/** A figure as it stands in a field, with the decimal comma that it may have been typed with. */
const asTyped = (figure: number | null) =>
  figure === null ? '' : String(figure).replace('.', ',');

export function answersOf(statements: readonly Statement[]): Answers {
  return Object.fromEntries(
    statements.map(({ operatorId, rsrpDbm, downloadMbps, uploadMbps, ...said }) => [
      operatorId,
      {
        ...said,
        rsrp: asTyped(rsrpDbm),
        download: asTyped(downloadMbps),
        upload: asTyped(uploadMbps),
      },
    ]),
  );
}

/** As the contract wants them, and still to be checked by it. */
export function statementsOf(answers: Answers): Statement[] {
  return Object.entries(answers).map(([operatorId, { rsrp, download, upload, ...said }]) => ({
    operatorId,
    ...said,
    rsrpDbm: readFigure(rsrp),
    downloadMbps: readFigure(download),
    uploadMbps: readFigure(upload),
  }));
}
