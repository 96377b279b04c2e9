// Texts of what waits for a liaison.
export const work = {};
