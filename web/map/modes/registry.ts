// Every mode by its name; the type makes the list exhaustive.
import { browse } from './browse.ts';
import { mark } from './mark.ts';
import { plan } from './plan.ts';
import type { Mode, ModeName } from './types.ts';

export const modes: Record<ModeName, Mode> = { browse, mark, plan };
