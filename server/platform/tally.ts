// What became of many rows that were written at once, for the one who imports them.

export type Tally = { inserted: number; changed: number; unchanged: number };

export function newTally(): Tally {
  return { inserted: 0, changed: 0, unchanged: 0 };
}
