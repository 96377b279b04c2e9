// Step 1: which sheet is read, and what the file itself does not say: whose it is, source, day, year,
// regency.
import { useState } from 'react';
import { Select, TextInput } from '@mantine/core';
import type { Account } from '#contract/auth';
import type { ImportChange, ImportDetail, ImportSetting } from '#contract/interchange';
import { useChangeImport } from '../../api/imports.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDateTime, formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { CompleteField, NetworkFields } from './network-fields.tsx';
import { RegencyField } from './regency-field.tsx';
import css from './import.module.css';

type Props = { detail: ImportDetail; account: Account };

export function FileSection({ detail, account }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.imports.file;
  const change = useChangeImport(detail);
  const { sheets, sheet, storedBefore, settings } = detail;
  const number = (value: number) => formatNumber(value, language);
  const has = (setting: ImportSetting) => settings.includes(setting);
  const hint = (setting: ImportSetting, otherwise?: string) =>
    detail.missing.settings.includes(setting) ? words.required : otherwise;
  const put = (body: ImportChange) => change.mutate(body);
  return (
    <section className={css.section} aria-labelledby="import-file" aria-busy={change.isPending}>
      <h2 id="import-file" className={css.step}>
        <span aria-hidden="true">1</span>
        {words.title}
      </h2>
      {storedBefore && (
        <Note
          title={words.storedBefore(storedBefore.byName, formatDateTime(storedBefore.at, language))}
        >
          {detail.kind === 'plans' ? words.storedPlansHint : words.storedBeforeHint}
        </Note>
      )}
      <div className={css.fields}>
        {sheets.length > 1 && (
          <Select
            label={words.sheet}
            data={sheets.map(({ name, rows }, index) => ({
              value: String(index),
              label: words.sheetOption(name ?? '', number(rows)),
            }))}
            value={String(sheet)}
            allowDeselect={false}
            onChange={(value) => value !== null && put({ sheet: Number(value) })}
          />
        )}
        <NetworkFields detail={detail} hint={hint} onChange={put} />
        {has('source') && (
          <CommittedField
            key={`source ${detail.source}`}
            label={words.source}
            placeholder={has('operator') ? '' : words.sourceHint}
            hint={hint('source')}
            value={detail.source}
            onCommit={(source) => put({ source })}
          />
        )}
        {has('datedOn') && (
          <CommittedField
            key={`day ${detail.datedOn}`}
            label={words.datedOn}
            type="date"
            hint={hint('datedOn', has('complete') ? words.filedHint : words.datedOnHint)}
            value={detail.datedOn ?? ''}
            onCommit={(day) => put({ datedOn: day === '' ? null : day })}
          />
        )}
        {has('year') && (
          <CommittedField
            key={`year ${detail.year}`}
            label={words.year}
            hint={hint('year')}
            value={detail.year === null ? '' : String(detail.year)}
            isValid={(year) => year === '' || /^(19|20)\d\d$/.test(year)}
            invalid={words.notYear}
            onCommit={(year) => put({ year: year === '' ? null : Number(year) })}
          />
        )}
        {has('complete') && <CompleteField detail={detail} onChange={put} />}
        {has('regency') && !has('complete') && account.office.regencyCode === null && (
          <RegencyField
            code={detail.regencyCode}
            onChange={(regencyCode) => put({ regencyCode })}
          />
        )}
      </div>
      <p className={css.quiet} role="status">
        {change.isPending ? words.again : words.rows(number(sheets[sheet]?.rows ?? 0))}
      </p>
      {change.error && <Note tone="error">{problemText(change.error, t.problem)}</Note>}
    </section>
  );
}

type FieldProps = {
  label: string;
  value: string;
  hint?: string | undefined;
  placeholder?: string;
  type?: 'text' | 'date';
  isValid?: (text: string) => boolean;
  invalid?: string;
  onCommit: (text: string) => void;
};

/** A field whose text counts once it is left or Enter is pressed: every change reads all rows again. */
function CommittedField(props: FieldProps) {
  const { label, value, hint, placeholder, type = 'text', isValid, invalid, onCommit } = props;
  const [text, setText] = useState(value);
  const isWrong = isValid !== undefined && !isValid(text.trim());
  const commit = () => {
    if (!isWrong && text.trim() !== value) onCommit(text.trim());
  };
  return (
    <TextInput
      label={label}
      type={type}
      description={hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      value={text}
      maxLength={200}
      error={isWrong ? invalid : null}
      {...(placeholder !== undefined && { placeholder })}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
