// What kind of evidence it is, with one line on what that means.
import { reportKinds, type ReportKind } from '#contract/evidence';
import { useText } from '../../i18n/text.tsx';
import { ChoiceBar } from './choice-bar.tsx';
import css from './field-form.module.css';

type Props = { value: ReportKind; onChange: (kind: ReportKind) => void };

export function KindField({ value, onChange }: Props) {
  const words = useText().fieldForm;
  return (
    <div className={css.kind}>
      <ChoiceBar
        name="kind"
        label={words.kind}
        isLabelHidden
        options={reportKinds.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
        value={value}
        onChange={(next) => onChange(reportKinds.find((kind) => kind === next) ?? 'report')}
      />
      <p className={css.hint}>{words.kindHints[value]}</p>
    </div>
  );
}
