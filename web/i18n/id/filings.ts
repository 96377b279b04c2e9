// Texts of filed plans and their comparison.
export const filings = {};
