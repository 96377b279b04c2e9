// Which layer is looked at. Each list offers only what there is; a choice keeps the others where it can.
import { useQuery } from '@tanstack/react-query';
import { allOperators, type CoverageLayer } from '#contract/coverage';
import { operatorsQuery } from '../../api/evidence.ts';
import { useText } from '../../i18n/text.tsx';
import { listChoices, nearestLayer, type LayerField } from '../../lib/coverage-table-view.ts';
import { Choice } from '../../ui/choice.tsx';

type Props = {
  layers: readonly CoverageLayer[];
  layer: CoverageLayer;
  onLayer: (layer: CoverageLayer) => void;
};

export function LayerChoice({ layers, layer, onLayer }: Props) {
  const t = useText();
  const words = t.coverageTables;
  const { data: operators = [] } = useQuery(operatorsQuery);
  const nameOf: Record<LayerField, (value: string) => string> = {
    operatorId: (value) =>
      value === allOperators
        ? words.allOperators
        : (operators.find(({ id }) => id === value)?.name ?? value),
    technology: (value) =>
      ({ ...t.coverage.technologies } as Record<string, string>)[value] ?? value,
    basis: (value) => ({ ...t.coverage.legend.bases } as Record<string, string>)[value] ?? value,
    phase: (value) => ({ ...t.coverage.legend.sides } as Record<string, string>)[value] ?? value,
  };
  const choice = (field: LayerField, label: string) => (
    <Choice
      label={label}
      value={layer[field]}
      options={listChoices(layers, field).map((value) => [value, nameOf[field](value)] as const)}
      onChange={(value) => {
        const next = nearestLayer(layers, layer, field, value);
        if (next) onLayer(next);
      }}
    />
  );
  return (
    <>
      {choice('operatorId', words.operator)}
      {choice('technology', words.screen.technology)}
      {choice('basis', words.screen.basis)}
      {choice('phase', words.screen.phase)}
    </>
  );
}
