// What an instrument says of one operator: RSRP, speeds, an outage, a screenshot. Most reports do without.
import { Button, Checkbox, TextInput } from '@mantine/core';
import type { Operator } from '#contract/evidence';
import { useText } from '../../i18n/text.tsx';
import type { FieldTexts } from '../../lib/problems.ts';
import { hasRsrp, type Answer } from './answers.ts';
import css from './field-form.module.css';
import { Fold } from './fold.tsx';
import { withLostMinus } from './numbers.ts';
import { PhotoPick } from './photo/photo-pick.tsx';

type Props = {
  operator: Operator;
  answer: Answer;
  onChange: (answer: Answer) => void;
  onScreenshot: (files: File[]) => void;
  fields: FieldTexts;
  isForced: boolean;
};

export function OperatorDetails(props: Props) {
  const { operator, answer, onChange, onScreenshot, fields, isForced } = props;
  const words = useText().fieldForm;
  const { id, name } = operator;
  const errorAt = (field: string) => fields[`statements.${id}.${field}`];
  const figures = [
    ...(hasRsrp(answer.technology) ? (['rsrp'] as const) : []),
    ...(answer.technology === 'none' ? [] : (['download', 'upload'] as const)),
  ];
  const sentAs = { rsrp: 'rsrpDbm', download: 'downloadMbps', upload: 'uploadMbps' };
  const hasError = Object.keys(fields).some(
    (field) => field.startsWith(`statements.${id}.`) && !/\.(technology|strength)$/.test(field),
  );
  const negative = hasRsrp(answer.technology) ? withLostMinus(answer.rsrp) : null;
  const isFilled = answer.isOutage || figures.some((figure) => answer[figure] !== '');
  return (
    <Fold
      title={words.details}
      label={words.detailsOf(name)}
      isSmall
      isForced={hasError || isForced || isFilled}
    >
      <div className={css.details}>
        {answer.technology === 'none' && (
          <Checkbox
            className={css.check ?? ''}
            label={words.outage}
            checked={answer.isOutage}
            error={errorAt('isOutage')}
            onChange={({ currentTarget: { checked } }) =>
              onChange({ ...answer, isOutage: checked })
            }
          />
        )}
        {figures.length > 0 && (
          <div className={css.figures}>
            {figures.map((figure) => (
              <TextInput
                key={figure}
                label={words[figure]}
                placeholder={figure === 'rsrp' ? words.rsrpExample : undefined}
                inputMode={figure === 'rsrp' ? 'text' : 'decimal'}
                autoComplete="off"
                value={answer[figure]}
                error={errorAt(sentAs[figure])}
                onChange={({ currentTarget: { value } }) =>
                  onChange({ ...answer, [figure]: value })
                }
              />
            ))}
          </div>
        )}
        {negative !== null && (
          <Button
            size="compact-sm"
            variant="light"
            className={css.offer ?? ''}
            onClick={() => onChange({ ...answer, rsrp: String(negative).replace('.', ',') })}
          >
            {words.rsrpAsNegative(String(negative).replace('-', '−').replace('.', ','))}
          </Button>
        )}
        <PhotoPick label={words.screenshot} onPick={onScreenshot} />
      </div>
    </Fold>
  );
}
