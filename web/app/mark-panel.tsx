// The form for marking inside its panel; loaded when it is first needed.
import type { ComponentProps } from 'react';
import { MarkForm } from '../features/evidence/mark-form.tsx';
import { QuestionNote } from '../features/verification/question-note.tsx';
import { useText } from '../i18n/text.tsx';
import './mantine-parts.ts';
import css from './side-panels.module.css';

export default function MarkPanel(props: ComponentProps<typeof MarkForm>) {
  const t = useText();
  const { title, editTitle } = t.evidence.form;
  return (
    <>
      <header className={css.formHead}>
        <h2>{props.report ? editTitle : title}</h2>
      </header>
      <div className={css.scroll}>
        {props.report && props.report.askedAt !== null && (
          <div className={css.question}>
            <QuestionNote report={props.report} />
          </div>
        )}
        <MarkForm {...props} />
      </div>
    </>
  );
}
