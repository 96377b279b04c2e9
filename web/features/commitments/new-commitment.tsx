// Writing down a new commitment: staff for any operator, a liaison for its own.
import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { NativeSelect, TextInput } from '@mantine/core';
import { CommitmentInput, type CommitmentList } from '#contract/commitments';
import { useProposeCommitment } from '../../api/commitments.ts';
import { regionQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName, placePath } from '../../lib/place-name.ts';
import { issueFields, problemText, refusalFields, type FieldTexts } from '../../lib/problems.ts';
import { entryCss, InlineForm } from '../../ui/entry.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Writer } from './types.ts';
import { emptyTerms, readPosition, termsOf, type TermsDraft } from './draft.ts';
import css from './panel.module.css';
import { TermsFields } from './terms-fields.tsx';

type Props = {
  /** Where it begins; null: still to be chosen. */
  villageCode: string | null;
  writer: NonNullable<Writer>;
  operators: CommitmentList['operators'];
  today: string;
  onDone: (id: string) => void;
  onClose: () => void;
};

const staffFields = ['basisKind', 'basisNumber', 'basisOn'];

export function NewCommitment(props: Props) {
  const { villageCode, writer, operators, today, onDone, onClose } = props;
  const t = useText();
  const words = t.commitmentPanel;
  // Made once: a retry of the same form never makes a second one.
  const [id] = useState(() => crypto.randomUUID());
  const [operatorId, setOperatorId] = useState(writer.operatorId ?? '');
  const [promisedOn, setPromisedOn] = useState('');
  const [draft, setDraft] = useState<TermsDraft>(emptyTerms);
  const [fields, setFields] = useState<FieldTexts>({});
  const propose = useProposeCommitment();

  const village = useQuery({ ...regionQuery(villageCode ?? ''), enabled: villageCode !== null });
  const first = village.data;
  useEffect(() => {
    if (!first) return;
    const { code, path } = first;
    const place = { key: code, villageCode: code, localityId: null, name: placeName(first) };
    setDraft((before) =>
      before.places.length > 0
        ? before
        : { ...before, places: [{ ...place, path: placePath(path) }] },
    );
  }, [first]);

  const change = (next: Partial<TermsDraft>) => {
    setDraft({ ...draft, ...next });
    setFields({});
  };
  const submit = () => {
    if (readPosition(draft.position) === undefined)
      return setFields({ position: t.problem.codes.position_unreadable });
    const input = CommitmentInput.safeParse(
      { ...termsOf(draft), operatorId, promisedOn },
      { reportInput: true },
    );
    if (!input.success) return setFields(issueFields(input.error, t.problem));
    setFields({});
    propose.mutate(
      { id, input: input.data },
      {
        onSuccess: (saved) => onDone(saved.id),
        onError: (error) => setFields(refusalFields(error, t.problem)),
      },
    );
  };
  return (
    <>
      <header className={css.head}>
        <div className={css.headText}>
          <h2 className={css.title}>{t.commitmentBoard.add}</h2>
          <p className={css.owner}>{writer.isStaff ? words.form.forStaff : words.form.forOwner}</p>
        </div>
        <IconButton icon="close" label={t.common.close} onClick={onClose} />
      </header>
      <div className={css.scroll}>
        <div className={css.formBox}>
          <InlineForm
            label={t.commitmentBoard.add}
            submitLabel={t.common.save}
            cancelLabel={t.common.cancel}
            isSaving={propose.isPending}
            fields={fields}
            failure={
              propose.error && Object.keys(fields).length === 0
                ? { title: words.notSaved, body: problemText(propose.error, t.problem) }
                : null
            }
            onSubmit={submit}
            onCancel={onClose}
          >
            <div className={entryCss.pair}>
              {writer.isStaff && (
                <NativeSelect
                  label={words.form.operator}
                  value={operatorId}
                  error={fields['operatorId']}
                  onChange={(event) => {
                    setOperatorId(event.currentTarget.value);
                    setFields({});
                  }}
                  data={[
                    { value: '', label: words.form.choose },
                    ...operators.map((one) => ({ value: one.id, label: one.name })),
                  ]}
                />
              )}
              <TextInput
                type="date"
                label={words.form.promisedOn}
                min={writer.isStaff ? undefined : today}
                value={promisedOn}
                error={fields['promisedOn']}
                onChange={(event) => {
                  setPromisedOn(event.currentTarget.value);
                  setFields({});
                }}
              />
            </div>
            <TermsFields
              draft={draft}
              onDraft={change}
              may={(field) => writer.isStaff || !staffFields.includes(field)}
              operatorId={operatorId}
              errors={fields}
            />
          </InlineForm>
        </div>
      </div>
    </>
  );
}
