// Texts of what waits for a liaison in English.
import type { Messages } from '../id.ts';

export const work: Messages['work'] = {};
