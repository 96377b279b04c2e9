// The regencies that open without a signal: how large, how old, how complete.
import { useState } from 'react';
import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Account } from '#contract/auth';
import { mapQuery } from '../../api/map.ts';
import { packsQuery, underWayQuery } from '../../api/packs.ts';
import { useText } from '../../i18n/text.tsx';
import { Note } from '../../ui/note.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import css from './device.module.css';
import { PackItem } from './pack-item.tsx';
import { PackChooser } from './pack-chooser.tsx';

type Props = { isOffline: boolean; account: Account | null };

export function PackList({ isOffline, account }: Props) {
  const t = useText();
  const words = t.device.packs;
  const [isChoosing, setIsChoosing] = useState(false);
  const packs = useQuery(packsQuery);
  const { data: underWay } = useQuery(underWayQuery);
  const { data: info } = useQuery(mapQuery);
  const canKeep = 'caches' in globalThis && 'serviceWorker' in navigator;
  return (
    <section className={css.section} aria-labelledby="device-packs">
      <div className={css.head}>
        <h2 id="device-packs">{words.title}</h2>
        {canKeep && !isChoosing && (
          <Button
            size="sm"
            className={css.touch}
            disabled={isOffline}
            onClick={() => setIsChoosing(true)}
          >
            {words.add}
          </Button>
        )}
      </div>
      <Text size="sm" c="dimmed">
        {words.intro}
        {isOffline && ` ${words.needsConnection}`}
      </Text>
      {!canKeep && <Note tone="warning">{words.unsupported}</Note>}
      {isChoosing && (
        <PackChooser
          account={account}
          known={new Set(packs.data?.map(({ code }) => code))}
          onClose={() => setIsChoosing(false)}
        />
      )}
      {packs.isPending && <LoadingLines count={2} label={t.common.loading} />}
      {packs.isError && (
        <ErrorState
          title={t.common.cannotLoad}
          body={t.device.queue.failed}
          retryLabel={t.common.tryAgain}
          onRetry={() => void packs.refetch()}
        />
      )}
      {packs.data?.length === 0 && !isChoosing && <p className={css.plain}>{words.empty}</p>}
      {packs.data && packs.data.length > 0 && (
        <ul className={css.list}>
          {packs.data.map((pack) => (
            <PackItem
              key={pack.code}
              pack={pack}
              progress={underWay[pack.code] ?? null}
              isOutdated={info !== undefined && info.boundaryVersion !== pack.boundaryVersion}
              isOffline={isOffline}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
