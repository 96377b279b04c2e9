// Texts of declaration windows in English.
import type { Messages } from '../id.ts';

export const declarations: Messages['declarations'] = {};
