// The places of a commitment: whether a measurement shows that each is served, and the way to the map.
import type { CommitmentPlace } from '#contract/commitments';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDate } from '../../lib/format.ts';
import { placeName } from '../../lib/place-name.ts';
import { Icon } from '../../ui/icons.tsx';
import css from './panel.module.css';
import { regencyText } from './words.ts';

type Props = { places: readonly CommitmentPlace[]; onOpenPlace: (villageCode: string) => void };

export function PlaceList({ places, onOpenPlace }: Props) {
  const words = useText().commitmentPanel;
  const { language } = useLanguage();
  return (
    <ul className={css.places}>
      {places.map((place) => {
        const { villageCode, localityId, servedOn } = place;
        const village = placeName({ kind: place.villageKind, name: place.villageName });
        const above = [
          ...(localityId === null ? [] : [village]),
          placeName({ kind: 'kecamatan', name: place.districtName }),
          regencyText(place),
        ];
        return (
          <li key={`${villageCode} ${localityId ?? ''}`}>
            <button
              type="button"
              className={css.place}
              aria-label={words.showPlace(placeName(place))}
              onClick={() => onOpenPlace(villageCode)}
            >
              <Icon name="pin" size={16} />
              <span>
                <strong>{placeName(place)}</strong>
                <small>{above.join(', ')}</small>
              </span>
            </button>
            <span className={css.measured} data-on={servedOn !== null || undefined}>
              {servedOn === null ? (
                words.notMeasured
              ) : (
                <>
                  <Icon name="check" size={13} />
                  {words.measured(formatDate(servedOn, language))}
                </>
              )}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
