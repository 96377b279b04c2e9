// Texts of operators and takeovers in English.
import type { Messages } from '../id.ts';

export const operators: Messages['operators'] = {};
