// The panel of a selected place: its head, its status or its counts, what is known, its reports.
import type { UseQueryResult } from '@tanstack/react-query';
import type { Report } from '#contract/evidence';
import type { Region } from '#contract/regions';
import { ApiProblem } from '../api/client.ts';
import { AreaCoverage } from '../features/coverage/area-coverage.tsx';
import { VillageCoverage } from '../features/coverage/village-coverage.tsx';
import { FacilitiesSummary } from '../features/facilities/facilities-summary.tsx';
import { ReportList } from '../features/evidence/report-list.tsx';
import { AreaPromises } from '../features/outlook/area-promises.tsx';
import { PeopleLine } from '../features/people/people-line.tsx';
import { PeopleSummary } from '../features/people/people-summary.tsx';
import { ChildrenList } from '../features/regions/children-list.tsx';
import { PlaceFacts } from '../features/regions/place-facts.tsx';
import { PlaceHead } from '../features/regions/place-head.tsx';
import { AreaCounts } from '../features/status/area-counts.tsx';
import { StatusBlock } from '../features/status/status-block.tsx';
import { useLanguage, useText } from '../i18n/text.tsx';
import { formatNumber } from '../lib/format.ts';
import { problemText } from '../lib/problems.ts';
import { Icon } from '../ui/icons.tsx';
import { EmptyState, ErrorState, LoadingLines } from '../ui/states.tsx';
import './mantine-parts.ts';
import { PlacePromises, PlaceStory } from './place-outlook.tsx';
import css from './side-panels.module.css';
import { VillagePlaces, type PlacesProps } from './village-places.tsx';

type Props = {
  region: UseQueryResult<Region>;
  takesFocus: boolean;
  mayMark: boolean;
  onMark: (report: Report | null) => void;
  onOpen: (code: string) => void;
  onShow: () => void;
  onClose: () => void;
  onOpenList: () => void;
  /** Where towers help most in a regency. */
  onPlan: (regencyCode: string) => void;
  /** What is open inside the village, and what is done there. */
  places: PlacesProps;
};

export default function PlacePanel(props: Props) {
  const { region, mayMark, onMark, onOpen, onShow, onClose, onOpenList } = props;
  const t = useText();
  if (region.isPending)
    return (
      <div className={css.waiting}>
        <LoadingLines count={6} label={t.common.loading} />
      </div>
    );
  if (region.isError) {
    const { error } = region;
    const isUnknown = error instanceof ApiProblem && error.status === 404;
    if (isUnknown)
      return (
        <EmptyState
          icon="search"
          title={t.place.unknownPlace}
          action={
            <button type="button" className={css.secondary} onClick={onClose}>
              {t.common.close}
            </button>
          }
        />
      );
    return (
      <ErrorState
        title={t.common.cannotLoad}
        body={problemText(error, t.problem)}
        retryLabel={t.common.tryAgain}
        onRetry={() => void region.refetch()}
      />
    );
  }
  const place = region.data;
  const head = (
    <PlaceHead
      region={place}
      takesFocus={props.takesFocus}
      below={place.level === 'village' && <PeopleLine villageCode={place.code} />}
      onOpen={onOpen}
      onShow={onShow}
      onClose={onClose}
    />
  );
  if (place.level !== 'village')
    return (
      <>
        {head}
        <AreaBody place={place} onOpen={onOpen} onPlan={props.onPlan} />
        <footer className={css.foot}>
          <button type="button" className={css.secondary} onClick={onOpenList}>
            <Icon name="list" size={18} />
            {t.place.openList}
          </button>
        </footer>
      </>
    );
  return (
    <>
      {head}
      <div className={css.scroll}>
        <section className={css.section}>
          <StatusBlock code={place.code} />
        </section>
        <section className={css.section}>
          <VillageCoverage key={place.code} village={place} />
        </section>
        <PlacePromises key={`promises-${place.code}`} villageCode={place.code} />
        <VillagePlaces key={place.code} village={place} mayMark={mayMark} {...props.places} />
        <section className={css.section}>
          <h3>{t.place.reports}</h3>
          <ReportList villageCode={place.code} onEdit={onMark} />
        </section>
        <PlaceStory key={`story-${place.code}`} villageCode={place.code} />
        <section className={css.section}>
          <PlaceFacts region={place} />
        </section>
      </div>
      {mayMark && (
        <footer className={css.foot}>
          <button
            type="button"
            className={css.mark}
            title={t.place.markHere}
            onClick={() => onMark(null)}
          >
            <Icon name="pin" size={18} />
            {t.place.mark}
          </button>
        </footer>
      )}
    </>
  );
}

type AreaProps = {
  place: Region & { level: Region['level'] };
  onOpen: (code: string) => void;
  onPlan: (regencyCode: string) => void;
};

function AreaBody({ place, onOpen, onPlan }: AreaProps) {
  const t = useText();
  const { language } = useLanguage();
  const inside = place.level === 'village' ? '' : t.place.inside[place.level];
  return (
    <div className={css.scroll}>
      <section className={css.section}>
        <h3>{t.place.villages(formatNumber(place.villageCount, language))}</h3>
        <AreaCounts code={place.code} />
        {place.level === 'regency' && (
          <div className={css.act}>
            <button type="button" className={css.secondary} onClick={() => onPlan(place.code)}>
              <Icon name="tower" size={18} />
              {t.planning.best.open}
            </button>
          </div>
        )}
      </section>
      <section className={css.section}>
        <AreaCoverage code={place.code} />
      </section>
      {place.level !== 'village' && (
        <section className={css.section}>
          <h3>{t.outlook.place.area}</h3>
          <AreaPromises code={place.code} level={place.level} />
        </section>
      )}
      <section className={css.section}>
        <h3>{t.places.people.title}</h3>
        <PeopleSummary code={place.code} />
      </section>
      <section className={css.section}>
        <h3>{t.places.facilities.title}</h3>
        <FacilitiesSummary code={place.code} />
      </section>
      <section className={css.section}>
        <PlaceFacts region={place} />
      </section>
      <section className={css.section}>
        <h3>{inside}</h3>
        <ChildrenList code={place.code} onOpen={onOpen} />
      </section>
    </div>
  );
}
