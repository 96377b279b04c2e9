// Texts of operators and takeovers.
export const operators = {};
