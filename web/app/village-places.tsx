// What lies inside a village, in its panel: localities with who lives there, the village's people, facilities.
import { useQuery } from '@tanstack/react-query';
import type { Position, Region } from '#contract/regions';
import { peopleQuery } from '../api/people.ts';
import { FacilitiesSection } from '../features/facilities/facilities-section.tsx';
import { LocalitiesSection } from '../features/localities/localities-section.tsx';
import { PeopleFigures } from '../features/people/people-figures.tsx';
import { useText } from '../i18n/text.tsx';
import css from './side-panels.module.css';
import { usePointPicker, type Picking } from './use-point-picker.tsx';

/** A locality or a facility by its id. */
export type Inside = { locality: string } | { facility: string };

export type PlacesProps = {
  localityId: string | null;
  facilityId: string | null;
  /** Null closes what is open. */
  onSelect: (inside: Inside | null) => void;
  onReport: (inside: Inside) => void;
  onShow: (position: Position) => void;
  picking: Picking;
};

type Props = PlacesProps & { village: Region; mayMark: boolean };

export function VillagePlaces(props: Props) {
  const { village, mayMark, localityId, facilityId, onSelect, onReport, onShow } = props;
  const t = useText();
  const picker = usePointPicker(props.picking);
  const mayAdd = useQuery(peopleQuery(village.code)).data?.mayEdit ?? false;
  return (
    <>
      <section className={css.section}>
        <LocalitiesSection
          village={village}
          selectedId={localityId}
          onSelect={(id) => onSelect(id === null ? null : { locality: id })}
          mayAdd={mayAdd}
          picker={picker}
          onReport={mayMark && mayAdd ? (id) => onReport({ locality: id }) : null}
          onShow={onShow}
          renderPeople={(id) => <PeopleFigures unit={id} />}
        />
      </section>
      <section className={css.section}>
        <h3>{t.places.people.title}</h3>
        <PeopleFigures unit={village.code} />
      </section>
      <section className={css.section}>
        <h3>{t.places.facilities.title}</h3>
        <FacilitiesSection
          villageCode={village.code}
          selectedId={facilityId}
          onSelect={(id) => onSelect(id === null ? null : { facility: id })}
          mayAdd={mayAdd}
          picker={picker}
          onReport={mayMark && mayAdd ? (id) => onReport({ facility: id }) : null}
          onShow={onShow}
        />
      </section>
    </>
  );
}
