// The board of a province with 10,000 commitments: what the server takes to answer it, and its bytes.
import { randomUUID } from 'node:crypto';
import type { Account } from '../../server/auth/contract.ts';
import { hashPassword } from '../../server/auth/sign-in.ts';
import { insertAccount, insertOffice } from '../../server/auth/store.ts';
import { listRows } from '../../server/commitments/board-store.ts';
import { readListBody } from '../../server/commitments/commitment-view.ts';
import {
  commitmentKinds,
  commitmentStates,
  programmes,
  reasons,
} from '../../server/commitments/contract.ts';
import {
  insertCommitment,
  recordEvent,
  saveStanding,
  saveTerms,
} from '../../server/commitments/write-store.ts';
import { openDatabase, type Db } from '../../server/platform/database.ts';
import { loadProvinces } from '../../server/regions/load.ts';
import { listRegencies } from '../../server/regions/store.ts';
import { kB, ms, quantile, seededRandom, timeRuns, type Result } from './measure.ts';

const operators = ['telkomsel', 'indosat', 'xlsmart'] as const;
const at = new Date('2026-11-22T05:00:00Z');
export const benchDay = '2026-11-22';

/** A province in memory, and somebody who writes in it. */
export async function openProvince(): Promise<{ db: Db; caller: Account }> {
  const db = openDatabase(':memory:');
  loadProvinces(db, '13', () => undefined);
  const office = { id: 0, name: 'Diskominfo', regencyCode: null, operatorId: null };
  const officeId = insertOffice(db, office);
  const person = { name: 'Staf', email: 'staf@contoh.go.id', role: 'staff' as const };
  const id = insertAccount(db, {
    ...{ ...person, officeId, at, mustChangePassword: false },
    passwordHash: await hashPassword('sinyal-sampai-desa'),
  });
  const dates = { disabledAt: null, lastSignInAt: null, createdAt: at.toISOString() };
  const caller = { id, ...person, office: { ...office, id: officeId }, mustChangePassword: false };
  return { db, caller: { ...caller, ...dates, version: 1 } };
}

function day(daysFromToday: number): string {
  return new Date(Date.parse(benchDay) + daysFromToday * 86_400_000).toISOString().slice(0, 10);
}

/** Writes `count` commitments, spread over the province, the operators, the states and four years. */
export function seedCommitments(db: Db, { id: accountId, office }: Account, count: number): void {
  const codes = listRegencies(db).flatMap(({ villageCodes }) => villageCodes);
  const random = seededRandom(5);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const by = { accountId, officeId: office.id, at };
  db.transaction(() => {
    for (let number = 0; number < count; number += 1) {
      const id = randomUUID();
      const operatorId = pick(operators);
      const first = day(Math.floor(random() * 1460) - 730);
      const state = pick(commitmentStates);
      const stands = state === 'on_air' || state === 'serving';
      const slips = Math.floor(random() * 3);
      const promisedOn = day((Date.parse(first) - Date.parse(benchDay)) / 86_400_000 + 90 * slips);
      const village = Math.floor(random() * (codes.length - 3));
      const input = {
        ...{
          operatorId,
          kind: pick(commitmentKinds),
          technology: '4g' as const,
          promisedOn: first,
        },
        places: codes
          .slice(village, village + 1 + Math.floor(random() * 3))
          .map((villageCode) => ({ villageCode, localityId: null })),
        ...{ siteRef: `S${number}`, siteName: `Menara ${number}`, position: null, towerOwner: '' },
        ...{ tenants: [], programme: pick(programmes), duty: null, basisKind: null },
        ...{ basisNumber: '', basisOn: null, note: '', confidentialUntil: null },
      };
      const origin = { windowId: null, filingId: null, officeId: null };
      insertCommitment(db, { id, input, ownerId: operatorId, ...origin }, by);
      const said = { action: 'proposed', toState: 'proposed', effectiveOn: benchDay } as const;
      recordEvent(db, id, { ...said, promisedOn: first }, by);
      for (let slip = 0; slip < slips; slip += 1)
        recordEvent(
          db,
          id,
          {
            ...{ action: 'rescheduled', toState: state, effectiveOn: benchDay },
            ...{ promisedBefore: first, promisedOn, reason: pick(reasons) },
          },
          by,
        );
      saveStanding(
        db,
        id,
        {
          ...{ state, firstPromisedOn: first, promisedOn, slips, agreedOn: first },
          ...{ builtOn: stands ? first : null, onAirOn: stands ? promisedOn : null },
          ...{ servingOn: state === 'serving' ? promisedOn : null, updatedOn: benchDay },
        },
        by,
      );
    }
  })();
}

export async function benchBoard(): Promise<Result> {
  const { db, caller } = await openProvince();
  seedCommitments(db, caller, 10_000);
  const by = { accountId: caller.id, officeId: caller.office.id, at };
  const [first] = listRows(db);
  const changed = await timeRuns(20, () => {
    // One of them is amended, as happens between two looks at the board.
    saveTerms(db, first?.id ?? '', { note: 'listrik' }, by);
    readListBody(db, caller, benchDay);
  });
  const { gzipped } = readListBody(db, caller, benchDay);
  const unchanged = await timeRuns(100, () => readListBody(db, caller, benchDay));
  db.close();
  return {
    rows: [
      {
        what: 'The board of 10,000 commitments: made anew after a change (p50 / p90)',
        measured: `${ms(quantile(changed, 0.5))} / ${ms(quantile(changed, 0.9))}, ${kB(gzipped.length)}`,
        aim: '≤ 100 ms',
      },
      {
        what: 'The same board, unchanged (p50)',
        measured: ms(quantile(unchanged, 0.5)),
        aim: '–',
      },
    ],
    skipped: [],
  };
}
