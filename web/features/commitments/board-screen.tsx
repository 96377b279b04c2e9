// The board of commitments: filters above, one of three views, and what is open beside it.
import { useMemo } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { CommitmentList } from '#contract/commitments';
import { commitmentsQuery } from '../../api/commitments.ts';
import { useText } from '../../i18n/text.tsx';
import { boardRows, filterBoardRows, isClosed, sortBoardRows } from '../../lib/board-rows.ts';
import { noBoardFilters, type BoardSearch } from '../../lib/board-view.ts';
import { problemText } from '../../lib/problems.ts';
import { Note } from '../../ui/note.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../../ui/states.tsx';
import { BoardColumns } from './board-columns.tsx';
import { BoardTools } from './board-tools.tsx';
import { CommitmentPanel } from './commitment-panel.tsx';
import { NewCommitment } from './new-commitment.tsx';
import css from './screen.module.css';
import { SideSlot } from '../../ui/side-slot.tsx';
import { TableView } from './table-view.tsx';
import { TimelineView } from './timeline-view.tsx';
import type { OnBoardSearch, Writer } from './types.ts';
import { useRegencyNames } from './use-regency-names.ts';

type Props = {
  search: BoardSearch;
  onSearch: OnBoardSearch;
  writer: Writer;
  /** On the map. */
  onOpenPlace: (villageCode: string) => void;
};

export function BoardScreen(props: Props) {
  const t = useText();
  const list = useQuery(commitmentsQuery);
  if (list.isPending)
    return (
      <div className={css.waiting}>
        <LoadingLines count={10} label={t.common.loading} />
      </div>
    );
  if (list.data === undefined)
    return (
      <ErrorState
        title={t.common.cannotLoad}
        body={problemText(list.error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void list.refetch()}
      />
    );
  return <Board {...props} list={list.data} isOld={list.isError} />;
}

/** `isOld`: the server is away, and this is what it said last. */
type BoardProps = Props & { list: CommitmentList; isOld: boolean };

function Board({ list, isOld, search, onSearch, writer, onOpenPlace }: BoardProps) {
  const t = useText();
  const words = t.commitmentBoard;
  const regencyNames = useRegencyNames(list.rows);
  const rows = useMemo(() => boardRows(list, regencyNames), [list, regencyNames]);
  const shown = useMemo(
    () => sortBoardRows(filterBoardRows(rows, search), search.sort),
    [rows, search],
  );
  const { state, closed } = search;
  const withClosed = closed === '1' || (state !== undefined && isClosed(state));
  const openId = search.buka ?? null;
  const open = (id: string) => onSearch({ buka: id, baru: undefined });
  const close = () => onSearch({ buka: undefined, baru: undefined });
  const start = () => onSearch({ baru: '1', buka: undefined });
  const mayWrite = writer !== null;
  return (
    <main className={css.screen}>
      <div className={css.main}>
        <BoardTools
          search={search}
          onSearch={onSearch}
          rows={rows}
          shown={shown}
          onNew={mayWrite ? start : null}
        />
        {isOld && <Note tone="warning">{words.lastKnown}</Note>}
        {rows.length === 0 ? (
          <EmptyState
            icon="commitments"
            title={words.noneTitle}
            action={
              mayWrite && (
                <button type="button" className={css.primary} onClick={start}>
                  {words.add}
                </button>
              )
            }
          >
            {words.none}
          </EmptyState>
        ) : shown.length === 0 ? (
          <EmptyState
            icon="search"
            title={words.noHitTitle}
            action={
              <button
                type="button"
                className={css.secondary}
                onClick={() => onSearch(noBoardFilters)}
              >
                {words.clearFilters}
              </button>
            }
          >
            {words.noHit}
          </EmptyState>
        ) : search.view === 'tabel' ? (
          <TableView rows={shown} today={list.today} search={search} onSearch={onSearch} />
        ) : search.view === 'linimasa' ? (
          <TimelineView rows={shown} today={list.today} search={search} onSearch={onSearch} />
        ) : (
          <BoardColumns
            rows={sortBoardRows(shown, undefined)}
            withClosed={withClosed}
            openId={openId}
            onOpen={open}
          />
        )}
      </div>
      {search.baru !== undefined && mayWrite ? (
        <SideSlot label={words.add} onClose={close}>
          <NewCommitment
            key={search.baru}
            villageCode={search.baru === '1' ? null : search.baru}
            writer={writer}
            operators={list.operators}
            today={list.today}
            onDone={open}
            onClose={close}
          />
        </SideSlot>
      ) : (
        openId !== null && (
          <SideSlot label={t.commitmentPanel.label} onClose={close}>
            <CommitmentPanel
              key={openId}
              id={openId}
              today={list.today}
              operators={list.operators}
              onOpenPlace={onOpenPlace}
              onClose={close}
            />
          </SideSlot>
        )
      )}
    </main>
  );
}
