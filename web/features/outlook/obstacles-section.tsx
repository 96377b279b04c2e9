// What cannot be done yet in a village, in its panel: each opens in place; a form for a new one.
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { villageObstaclesQuery } from '../../api/outlook.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { problemText } from '../../lib/problems.ts';
import { Icon } from '../../ui/icons.tsx';
import { EntryItem, entryCss as css } from '../../ui/entry.tsx';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import { ObstacleDetail } from './obstacle-detail.tsx';
import { ObstacleForm } from './obstacle-form.tsx';
import { lookText, placeTitle } from './obstacle-words.ts';
import { mayRaiseAt, type ObstacleWriter } from './scope.ts';

type Props = {
  villageCode: string;
  writer: ObstacleWriter | null;
  onOpenCommitment: (id: string) => void;
};

export function ObstaclesSection({ villageCode, writer, onOpenCommitment }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.outlook.obstacles;
  const query = useQuery(villageObstaclesQuery(villageCode));
  const [openId, setOpenId] = useState<string | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  if (query.isPending) return <LoadingLines count={2} label={t.common.loading} />;
  if (query.isError)
    return (
      <ErrorState
        title={t.common.cannotLoad}
        body={problemText(query.error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void query.refetch()}
      />
    );
  const { obstacles, today } = query.data;
  const mayAdd = writer !== null && mayRaiseAt(writer, villageCode);
  return (
    <>
      {obstacles.length === 0 && !isAdding && <p className={css.quiet}>{words.nonePlace}</p>}
      <ul className={css.list}>
        {obstacles.map((obstacle) => {
          const { id, place, reason, isDue } = obstacle;
          const title = t.commitments.reasons[reason];
          return (
            <EntryItem
              key={id}
              symbol={<Icon name={isDue ? 'warning' : 'minus'} size={18} />}
              title={place.localityId === null ? title : `${title}, ${placeTitle(place)}`}
              detail={
                isDue
                  ? lookText(obstacle, today, t, language)
                  : words.nextLook(lookText(obstacle, today, t, language))
              }
              isOpen={id === openId}
              onToggle={() => setOpenId(id === openId ? null : id)}
            >
              <ObstacleDetail
                obstacle={obstacle}
                today={today}
                onOpenPlace={null}
                onOpenCommitment={onOpenCommitment}
              />
            </EntryItem>
          );
        })}
      </ul>
      {mayAdd && isAdding && (
        <ObstacleForm
          villageCode={villageCode}
          writer={writer}
          onDone={(saved) => {
            setIsAdding(false);
            if (saved) setOpenId(saved.id);
          }}
        />
      )}
      {mayAdd && !isAdding && (
        <div className={css.actions}>
          <button
            type="button"
            className={css.link}
            onClick={() => {
              setOpenId(null);
              setIsAdding(true);
            }}
          >
            {words.add}
          </button>
        </div>
      )}
    </>
  );
}
