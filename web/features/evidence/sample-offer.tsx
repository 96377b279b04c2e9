// SAMPEL data: offered while the map is empty, and named for as long as it is shown.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button, CloseButton } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { sampleQuery, useSample } from '../../api/evidence.ts';
import { sessionQuery } from '../../api/session.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatNumber } from '../../lib/format.ts';
import { problemText } from '../../lib/problems.ts';
import css from './sample-offer.module.css';

export function SampleOffer({ isMapEmpty }: { isMapEmpty: boolean }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.evidence.sample;
  const { data: session } = useQuery(sessionQuery);
  const { data: info } = useQuery(sampleQuery);
  const sample = useSample();
  const [isHidden, setIsHidden] = useState(false);
  const role = session?.account?.role;
  const mayChange = role === 'admin' || role === 'staff';

  const change = (wanted: 'fill' | 'remove') =>
    sample.mutate(wanted, {
      onSuccess: ({ reports }) =>
        notifications.show({
          message:
            wanted === 'fill' ? words.filled(formatNumber(reports, language)) : words.removed,
        }),
      onError: (error) =>
        notifications.show({
          color: 'red',
          title: words.failed,
          message: problemText(error, t.problem),
        }),
    });

  if (!info) return null;
  if (info.reports > 0)
    return (
      <div className={css.banner} role="status">
        <span>{words.shown(formatNumber(info.reports, language))}</span>
        {mayChange && (
          <Button
            size="compact-sm"
            variant="subtle"
            loading={sample.isPending}
            onClick={() => change('remove')}
          >
            {words.remove}
          </Button>
        )}
      </div>
    );
  if (info.realReports > 0 || !isMapEmpty || !mayChange || isHidden) return null;
  return (
    <section className={css.card} aria-label={words.emptyTitle}>
      <div className={css.head}>
        <h2 className={css.title}>{words.emptyTitle}</h2>
        <CloseButton size="sm" aria-label={words.hide} onClick={() => setIsHidden(true)} />
      </div>
      <p className={css.text}>{words.empty}</p>
      <Button
        size="sm"
        variant="default"
        fullWidth
        loading={sample.isPending}
        onClick={() => change('fill')}
      >
        {words.fill}
      </Button>
    </section>
  );
}
