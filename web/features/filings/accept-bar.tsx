// The last word on a comparison: how many changes are accepted, what follows, and what is missing first.
import { useState } from 'react';
import { Button, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { Filing, FilingAccepted, FilingLine } from '#contract/filings';
import { useAcceptFiling, useWithdrawFiling } from '../../api/filings.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { countConsequences, sumChanges } from '../../lib/filing-view.ts';
import { formatNumber } from '../../lib/format.ts';
import { fieldText, isRefusal, problemText } from '../../lib/problems.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Note } from '../../ui/note.tsx';
import css from './filing.module.css';

type Props = {
  filing: Filing;
  lines: readonly FilingLine[];
  /** Shows the lines whose reason is missing. */
  onShowSlipped: () => void;
};

export function AcceptBar({ filing, lines, onShowSlipped }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.filings.accept;
  const accept = useAcceptFiling(filing);
  const [proposes, setProposes] = useState(false);
  const [isWithdrawing, setIsWithdrawing] = useState(false);
  const number = (value: number) => formatNumber(value, language);
  const changes = sumChanges(filing.counts);
  const left = changes.lines - changes.taken;
  const { following, proposable } = countConsequences(lines);

  const tell = ({ followed, proposed, outsideVillages, pastDates }: FilingAccepted) =>
    notifications.show({
      title: words.done,
      message: [
        ...(followed > 0 ? [words.followed(number(followed))] : []),
        ...(proposed > 0 ? [words.proposed(number(proposed))] : []),
        ...(outsideVillages > 0 ? [words.outsideVillages(number(outsideVillages))] : []),
        ...(pastDates > 0 ? [words.pastDates(number(pastDates))] : []),
      ].join('. '),
    });

  return (
    <div className={css.foot} role="region" aria-label={words.label}>
      {accept.error && (
        <Note tone="error" title={words.failed}>
          <RefusedLine error={accept.error} />
        </Note>
      )}
      <div className={css.footLine}>
        <div className={css.footWords}>
          {filing.missingReasons > 0 && (
            <p className={css.missing} role="status">
              {words.reasons(number(filing.missingReasons))}{' '}
              <button type="button" className={css.link} onClick={onShowSlipped}>
                {words.showReasons}
              </button>
            </p>
          )}
          {filing.isOutdated && <p className={css.missing}>{words.outdated}</p>}
          {following > 0 && <p>{words.follow(number(following))}</p>}
          {left > 0 && <p>{words.left(number(left))}</p>}
          {proposable > 0 && (
            <Checkbox
              size="sm"
              label={words.propose(number(proposable))}
              checked={proposes}
              onChange={(event) => setProposes(event.currentTarget.checked)}
            />
          )}
        </div>
        <Button variant="subtle" color="gray" onClick={() => setIsWithdrawing(true)}>
          {words.withdraw}
        </Button>
        <Button
          disabled={filing.isOutdated || filing.missingReasons > 0}
          loading={accept.isPending}
          onClick={() => accept.mutate({ proposesCommitments: proposes }, { onSuccess: tell })}
        >
          {changes.taken === 0 ? words.nothing : words.button(number(changes.taken))}
        </Button>
      </div>
      <WithdrawDialog
        filing={filing}
        isOpen={isWithdrawing}
        onClose={() => setIsWithdrawing(false)}
      />
    </div>
  );
}

/** Why it was not accepted; where a commitment cannot follow, at which site and why. */
function RefusedLine({ error }: { error: Error }) {
  const t = useText();
  const [first] = isRefusal(error) ? error.errors : [];
  const site = /^sites\.(.+)\.(\w+)$/.exec(first?.field ?? '');
  const words = t.filings.accept;
  return (
    <>
      {problemText(error, t.problem)}
      {first && site && (
        <> {words.site(site[1] ?? '', fieldText(site[2] ?? '', first.code, t.problem))}</>
      )}
    </>
  );
}

type DialogProps = { filing: Filing; isOpen: boolean; onClose: () => void };

function WithdrawDialog({ filing, isOpen, onClose }: DialogProps) {
  const t = useText();
  const words = t.filings.accept;
  const withdraw = useWithdrawFiling(filing);
  return (
    <ConfirmDialog
      isOpen={isOpen}
      title={words.withdrawTitle}
      body={words.withdrawBody}
      doLabel={words.withdraw}
      cancelLabel={t.common.cancel}
      closeLabel={t.common.close}
      isBusy={withdraw.isPending}
      failure={withdraw.error && problemText(withdraw.error, t.problem)}
      onDo={() => withdraw.mutate(undefined, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
