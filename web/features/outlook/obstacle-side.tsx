// What stands beside the list of obstacles: the open one, or the form of a new one.
import { useQuery } from '@tanstack/react-query';
import { obstacleQuery } from '../../api/outlook.ts';
import { regionQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import type { ObstacleSearch, ObstacleSearchChange } from '../../lib/outlook-view.ts';
import { placeName } from '../../lib/place-name.ts';
import { problemText } from '../../lib/problems.ts';
import { todayHere } from '../../lib/today.ts';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { TitledSideSlot } from '../../ui/side-slot.tsx';
import { ObstacleDetail } from './obstacle-detail.tsx';
import { ObstacleForm } from './obstacle-form.tsx';
import { placeAbove, placeTitle } from './obstacle-words.ts';
import { mayRaiseAt, type ObstacleWriter } from './scope.ts';
import { VillageChoice } from './village-choice.tsx';
import css from './obstacles.module.css';

type Props = {
  search: ObstacleSearch;
  onSearch: (change: ObstacleSearchChange, options?: { replace?: boolean }) => void;
  writer: ObstacleWriter | null;
  /** By which the list tells what is due; null while it is not there. */
  today: string | null;
  onOpenPlace: (villageCode: string) => void;
  onOpenCommitment: (id: string) => void;
};

export function ObstacleSide(props: Props) {
  const { search, writer } = props;
  if (search.baru !== undefined && writer !== null)
    return <NewObstacle {...props} writer={writer} villageCode={search.baru} />;
  return search.buka === undefined ? null : <OpenObstacle {...props} id={search.buka} />;
}

/** `villageCode` '1': it is still to be chosen. */
function NewObstacle(props: Props & { writer: ObstacleWriter; villageCode: string }) {
  const { writer, villageCode, onSearch } = props;
  const t = useText();
  const words = t.outlook.obstacles;
  const isChosen = villageCode !== '1' && mayRaiseAt(writer, villageCode);
  const { data: village } = useQuery({ ...regionQuery(villageCode), enabled: isChosen });
  const close = () => onSearch({ baru: undefined }, { replace: true });
  return (
    <TitledSideSlot
      title={village && isChosen ? words.addAt(placeName(village)) : words.add}
      closeLabel={t.common.close}
      onClose={close}
    >
      {isChosen ? (
        <ObstacleForm
          key={villageCode}
          villageCode={villageCode}
          writer={writer}
          onDone={(saved) =>
            saved ? onSearch({ baru: undefined, buka: saved.id }, { replace: true }) : close()
          }
        />
      ) : (
        <VillageChoice
          writer={writer}
          onChoose={(code) => onSearch({ baru: code }, { replace: true })}
        />
      )}
    </TitledSideSlot>
  );
}

function OpenObstacle(props: Props & { id: string }) {
  const { id, onSearch, onOpenPlace, onOpenCommitment } = props;
  const t = useText();
  const words = t.outlook.obstacles;
  const query = useQuery(obstacleQuery(id));
  const obstacle = query.data;
  return (
    <TitledSideSlot
      title={obstacle ? placeTitle(obstacle.place) : words.title}
      closeLabel={t.common.close}
      onClose={() => onSearch({ buka: undefined }, { replace: true })}
    >
      {obstacle ? (
        <>
          <p className={css.where}>
            {placeAbove(obstacle.place)}
            <strong>{t.commitments.reasons[obstacle.reason]}</strong>
          </p>
          <ObstacleDetail
            key={id}
            obstacle={obstacle}
            today={props.today ?? todayHere()}
            onOpenPlace={() => onOpenPlace(obstacle.place.villageCode)}
            onOpenCommitment={onOpenCommitment}
          />
        </>
      ) : query.isPending ? (
        <LoadingLines count={6} label={t.common.loading} />
      ) : 'status' in query.error && query.error.status === 404 ? (
        <EmptyState icon="search" title={words.missing} />
      ) : (
        <ErrorState
          title={t.common.cannotLoad}
          body={problemText(query.error, t.problem)}
          retryLabel={t.common.tryAgain}
          onRetry={() => void query.refetch()}
        />
      )}
    </TitledSideSlot>
  );
}
