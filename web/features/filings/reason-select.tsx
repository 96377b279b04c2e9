// Why a date slipped, chosen from the reasons of the field.
import { reasons, type Reason } from '#contract/commitments';
import { useText } from '../../i18n/text.tsx';
import css from './lines.module.css';

type Props = {
  label: string;
  value: Reason | null;
  /** What stands there while nothing is chosen. */
  placeholder: string;
  isMissing?: boolean;
  onChange: (reason: Reason | null) => void;
};

export function ReasonSelect({ label, value, placeholder, isMissing = false, onChange }: Props) {
  const t = useText();
  return (
    <select
      className={css.reason}
      aria-label={label}
      value={value ?? ''}
      data-missing={isMissing || undefined}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        onChange(reasons.find((reason) => reason === chosen) ?? null);
      }}
    >
      <option value="">{placeholder}</option>
      {reasons.map((reason) => (
        <option key={reason} value={reason}>
          {t.commitments.reasons[reason]}
        </option>
      ))}
    </select>
  );
}
