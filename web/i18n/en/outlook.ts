// Texts of obstacles, the forecast and the story of a place in English.
import type { Messages } from '../id.ts';

export const outlook: Messages['outlook'] = {};
