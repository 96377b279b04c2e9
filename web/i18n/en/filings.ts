// Texts of filed plans and their comparison in English.
import type { Messages } from '../id.ts';

export const filings: Messages['filings'] = {};
