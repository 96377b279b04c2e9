// The rows of the legend for what the map tells: keys with their words, in order. Pure.
import { placeStatuses, type PlaceStatus, type StatusView } from '#contract/status';
import type { Messages } from '../../i18n/id.ts';
import { lensCategories, type Lens, type LensCategory } from '../../lib/lens.ts';

export type LegendRow = { key: string; name: string; meaning: string } & (
  | { status: PlaceStatus }
  | { category: LensCategory }
);

/** What a place can be when it is asked whether it has at least some technology. */
const answers = {
  all: ['served', 'blankspot', 'incomplete', 'unknown'],
  one: ['served', 'blankspot', 'unknown'],
} as const;

export function legendRows(view: StatusView, lens: Lens, words: Messages['status']): LegendRow[] {
  if (lens !== 'status') {
    const { categories } = words.view;
    return lensCategories[lens].map((category) => ({
      key: category,
      category,
      name: categories[lens][category as keyof (typeof categories)[typeof lens]],
      meaning: '',
    }));
  }
  if (view.technology !== 'any') {
    const technology = words.view.technologies[view.technology];
    return answers[view.operator === 'all' ? 'all' : 'one'].map((status) => ({
      key: status,
      status,
      name: words.view.answers[status](technology),
      meaning: '',
    }));
  }
  return placeStatuses.map((status) => ({
    key: status,
    status,
    name: words.names[status],
    meaning: words.meaning[status],
  }));
}
