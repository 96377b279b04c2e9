// Which figure of a layer is shown: one of a few, side by side.
import { useId } from 'react';
import css from './matrix.module.css';

type Props<K extends string> = {
  label: string;
  metrics: readonly { key: K; label: string }[];
  value: K;
  onChange: (key: K) => void;
};

export function MetricSwitch<K extends string>({ label, metrics, value, onChange }: Props<K>) {
  const name = useId();
  return (
    <div className={css.metrics} role="radiogroup" aria-label={label}>
      {metrics.map((metric) => (
        <label key={metric.key}>
          <input
            type="radio"
            name={name}
            checked={metric.key === value}
            onChange={() => onChange(metric.key)}
          />
          {metric.label}
        </label>
      ))}
    </div>
  );
}
