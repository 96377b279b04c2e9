// Who may write down an obstacle, and about whose plans; the server decides. Pure.
import type { Account } from '#contract/auth';

/** Null `operatorId`: about everybody's plans or any operator's; else only that operator's. */
export type ObstacleWriter = {
  operatorId: string | null;
  /** Null: everywhere; else only inside this regency. */
  regencyCode: string | null;
};

/** Null: they may only read. */
export function obstacleWriterOf(account: Account | null | undefined): ObstacleWriter | null {
  if (!account) return null;
  const { operatorId, regencyCode } = account.office;
  switch (account.role) {
    case 'admin':
    case 'staff':
      return { operatorId: null, regencyCode: null };
    case 'regency':
      return regencyCode === null ? null : { operatorId: null, regencyCode };
    case 'liaison':
      return operatorId === null ? null : { operatorId, regencyCode: null };
    case 'leader':
      return null;
  }
}

export function mayRaiseAt(writer: ObstacleWriter | null, villageCode: string): boolean {
  if (writer === null) return false;
  return writer.regencyCode === null || villageCode.startsWith(`${writer.regencyCode}.`);
}
