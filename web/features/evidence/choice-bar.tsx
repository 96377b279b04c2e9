// A row of choices as radio buttons: arrow keys move inside, Tab goes on to the next.
import css from './evidence.module.css';

type Props = {
  name: string;
  label: string;
  options: { value: string; label: string }[];
  value: string | null;
  onChange: (value: string) => void;
  error?: string | undefined;
  /** True where the words around already name it. */
  isLabelHidden?: boolean;
  /** True for choices with longer words: each has its own box and they go on in the next line. */
  isWrapping?: boolean;
};

export function ChoiceBar(props: Props) {
  const { name, label, options, value, onChange, error, isLabelHidden, isWrapping } = props;
  const errorId = `${name}-error`;
  return (
    <fieldset
      className={css.choices}
      aria-invalid={error !== undefined || undefined}
      aria-describedby={error === undefined ? undefined : errorId}
    >
      <legend className={isLabelHidden ? css.hidden : css.choicesLabel}>{label}</legend>
      <div
        className={isWrapping ? css.chips : css.bar}
        data-error={error !== undefined || undefined}
      >
        {options.map((option) => (
          <label key={option.value} className={css.choice}>
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === option.value}
              onChange={() => onChange(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p className={css.error} id={errorId}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
