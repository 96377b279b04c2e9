// The square of a facility as the map draws it; not read aloud, words stand beside it.
import type { FacilityConnection, FacilityKind } from '#contract/facilities';
import { facilityLetters, facilityLook } from './facility-mark.ts';
import css from './facility-symbol.module.css';

type Props = { kind: FacilityKind; connection: FacilityConnection; size?: number };

export function FacilitySymbol({ kind, connection, size = 20 }: Props) {
  const look = facilityLook(connection);
  return (
    <svg
      className={css.symbol}
      data-look={look}
      width={size}
      height={size}
      viewBox="0 0 20 20"
      aria-hidden="true"
    >
      <rect x="1.75" y="1.75" width="16.5" height="16.5" rx="3" />
      <text x="10" y="14" textAnchor="middle" fontSize="11.5" fontWeight="600">
        {facilityLetters[kind]}
      </text>
      {look === 'notConnected' && <path d="M2.5 17.5 17.5 2.5" />}
    </svg>
  );
}
