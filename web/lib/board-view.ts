// What stands in the address of the board: view, filters and the open commitment. Pure; a link opens the
// same board.

/** The address of the board as text, the way it is typed and copied. */
export type BoardSearch = {
  /** The open commitment. */
  buka?: string;
};

const idPattern = /^[0-9a-f-]{36}$/;

/** Keeps what is well-formed of an address, drops the rest. */
export function parseBoardSearch({ buka }: Record<string, unknown>): BoardSearch {
  return typeof buka === 'string' && idPattern.test(buka) ? { buka } : {};
}
