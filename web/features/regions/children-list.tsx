// The places directly inside one, as links.
import { useQuery } from '@tanstack/react-query';
import { childrenQuery } from '../../api/regions.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName } from '../../lib/place-name.ts';
import { problemText } from '../../lib/problems.ts';
import { ErrorState, LoadingLines } from '../../ui/states.tsx';
import css from './place.module.css';

type Props = { code: string; onOpen: (code: string) => void };

/** `code` is `ID` for the provinces. */
export function ChildrenList({ code, onOpen }: Props) {
  const t = useText();
  const query = useQuery(childrenQuery(code));
  if (query.isPending) return <LoadingLines count={4} label={t.common.loading} />;
  if (query.isError)
    return (
      <ErrorState
        title={t.common.cannotLoad}
        body={problemText(query.error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void query.refetch()}
      />
    );
  return (
    <ul className={css.children}>
      {query.data.map((child) => (
        <li key={child.code}>
          <button type="button" onClick={() => onOpen(child.code)}>
            <span>{placeName(child)}</span>
            <span className={css.childCode}>{child.code}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
