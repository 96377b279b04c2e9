// How far a technology on a band reaches: lines of which the first that fits counts, so they have an order.
import { Button, TextInput } from '@mantine/core';
import { cellTechnologies } from '#contract/coverage';
import { useText } from '../../i18n/text.tsx';
import type { FieldTexts } from '../../lib/problems.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import {
  changeLine,
  moveLine,
  withLine,
  withoutLine,
  type CoverageDraft,
} from './coverage-settings-draft.ts';
import css from './coverage-settings.module.css';

/** As many as the contract takes. */
const linesMaximum = 40;

type Props = {
  draft: CoverageDraft;
  fields: FieldTexts;
  onChange: (draft: CoverageDraft) => void;
};

export function ReachTable({ draft, fields, onChange }: Props) {
  const t = useText();
  const words = t.coverageTables.settings;
  const { reach } = draft;
  return (
    <>
      {reach.length === 0 ? (
        <p className={css.empty}>{words.emptyTable}</p>
      ) : (
        <div className={css.lines}>
          <div className={css.lineHead} aria-hidden="true">
            <span>{words.technology}</span>
            <span>{words.band}</span>
            <span>{words.radius}</span>
          </div>
          <ol>
            {reach.map((line, index) => {
              const number = index + 1;
              return (
                <li key={line.key} className={css.line} aria-label={words.line(number)}>
                  <select
                    aria-label={`${words.technology}, ${words.line(number)}`}
                    value={line.technology}
                    onChange={(event) =>
                      onChange(changeLine(draft, index, { technology: event.currentTarget.value }))
                    }
                  >
                    <option value="">{words.anyTechnology}</option>
                    {cellTechnologies.map((technology) => (
                      <option key={technology} value={technology}>
                        {t.coverage.technologies[technology]}
                      </option>
                    ))}
                  </select>
                  <TextInput
                    aria-label={`${words.band}, ${words.line(number)}`}
                    inputMode="numeric"
                    rightSection={<span className={css.unit}>MHz</span>}
                    rightSectionWidth={44}
                    placeholder={words.anyTechnology}
                    value={line.bandMhz}
                    error={fields[`reach.${index}.bandMhz`]}
                    onChange={(event) =>
                      onChange(changeLine(draft, index, { bandMhz: event.currentTarget.value }))
                    }
                  />
                  <TextInput
                    aria-label={`${words.radius}, ${words.line(number)}`}
                    inputMode="decimal"
                    rightSection={<span className={css.unit}>km</span>}
                    rightSectionWidth={36}
                    value={line.radiusKm}
                    error={fields[`reach.${index}.radiusM`]}
                    onChange={(event) =>
                      onChange(changeLine(draft, index, { radiusKm: event.currentTarget.value }))
                    }
                  />
                  <span className={css.lineActions}>
                    <IconButton
                      icon="up"
                      label={words.up(number)}
                      disabled={index === 0}
                      onClick={() => onChange(moveLine(draft, index, -1))}
                    />
                    <IconButton
                      icon="down"
                      label={words.down(number)}
                      disabled={index === reach.length - 1}
                      onClick={() => onChange(moveLine(draft, index, 1))}
                    />
                    <IconButton
                      icon="close"
                      label={words.remove(number)}
                      onClick={() => onChange(withoutLine(draft, index))}
                    />
                  </span>
                </li>
              );
            })}
          </ol>
        </div>
      )}
      {reach.length < linesMaximum && (
        <Button
          size="xs"
          variant="default"
          className={css.add}
          onClick={() => onChange(withLine(draft))}
        >
          {words.add}
        </Button>
      )}
    </>
  );
}
