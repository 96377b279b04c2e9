// The terms of a commitment as facts: only what was said.
import type { Commitment, CommitmentList } from '#contract/commitments';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDateTime } from '../../lib/format.ts';
import css from './panel.module.css';
import { valueText, type TermField } from './term-words.ts';

const shown: readonly TermField[] = [
  'siteRef',
  'siteName',
  'position',
  'towerOwner',
  'tenants',
  'programme',
  'duty',
  'basisKind',
  'basisNumber',
  'basisOn',
  'note',
];

type Props = {
  commitment: Commitment;
  operators: CommitmentList['operators'];
  today: string;
  /** Undefined where nothing may be amended. */
  onAmend: (() => void) | undefined;
};

export function CommitmentTerms({ commitment, operators, today, onAmend }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.commitmentPanel;
  const { confidentialUntil, officeName, windowTitle } = commitment;
  const fields: TermField[] = [
    ...shown,
    ...(confidentialUntil !== null && confidentialUntil > today
      ? (['confidentialUntil'] as const)
      : []),
  ];
  const facts = fields
    .map((field) => ({
      name: words.fields[field],
      text: valueText(field, commitment[field], { t, language, operators }),
    }))
    .filter(({ text }) => text !== '–');
  return (
    <>
      <dl className={css.facts}>
        {facts.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
        {officeName !== null && (
          <div>
            <dt>{words.office}</dt>
            <dd>{officeName}</dd>
          </div>
        )}
        {windowTitle !== null && (
          <div>
            <dt>{words.window}</dt>
            <dd>{windowTitle}</dd>
          </div>
        )}
      </dl>
      <p className={css.quiet}>
        {words.changed(commitment.updatedByName, formatDateTime(commitment.updatedAt, language))}
      </p>
      {onAmend && (
        <button type="button" className={css.link} onClick={onAmend}>
          {words.amend}
        </button>
      )}
    </>
  );
}
