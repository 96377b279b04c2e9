// A labelled list to choose one thing from; the filters of screens are made of these.
import css from './choice.module.css';

type Props = {
  label: string;
  value: string;
  options: readonly (readonly [value: string, label: string])[];
  onChange: (value: string) => void;
};

export function Choice({ label, value, options, onChange }: Props) {
  return (
    <label className={css.choice}>
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.currentTarget.value)}>
        {options.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
