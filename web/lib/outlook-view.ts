// What stands in the address of the obstacles and of the forecast. Pure; a link opens the same page.
import { reasons, type Reason } from '#contract/commitments';
import { obstacleStates, type ObstacleState } from '#contract/outlook';

/** The address of the list of obstacles as text, the way it is typed and copied. */
export type ObstacleSearch = {
  /** Kemendagri code of a province, regency, district or village. */
  area?: string;
  op?: string;
  reason?: Reason;
  /** Absent: those that are not lifted. */
  state?: Exclude<ObstacleState, 'open'> | 'all';
  /** The open obstacle. */
  buka?: string;
  /** A new one is being written down: for this village, or `1` for one still to be chosen. */
  baru?: string;
};

/** Undefined takes a key out. */
export type ObstacleSearchChange = {
  [Key in keyof ObstacleSearch]: ObstacleSearch[Key] | undefined;
};

const villagePattern = /^\d{2}\.\d{2}\.\d{2}\.[1-3]\d{3}$/;
const areaPattern = /^\d{2}(\.\d{2}){0,2}$/;
const states = [...obstacleStates.filter((state) => state !== 'open'), 'all'] as const;

/** Keeps what is well-formed of an address, drops the rest. */
export function parseObstacleSearch(search: Record<string, unknown>): ObstacleSearch {
  const text = (key: string) => (typeof search[key] === 'string' ? search[key] : '');
  const [area, baru] = [text('area'), text('baru')];
  const reason = reasons.find((one) => one === search['reason']);
  const state = states.find((one) => one === search['state']);
  return {
    ...((areaPattern.test(area) || villagePattern.test(area)) && { area }),
    ...(/^[\w-]{1,40}$/.test(text('op')) && { op: text('op') }),
    ...(reason && { reason }),
    ...(state && { state }),
    ...(/^[0-9a-f-]{36}$/.test(text('buka')) && { buka: text('buka') }),
    ...((baru === '1' || villagePattern.test(baru)) && { baru }),
  };
}

/** What the list asks for; an absent key does not narrow. */
export type ObstacleFilter = {
  area?: string;
  operator?: string;
  reason?: Reason;
  state?: ObstacleState;
};

export function obstacleFilterOf({ area, op, reason, state }: ObstacleSearch): ObstacleFilter {
  return {
    ...(area !== undefined && { area }),
    ...(op !== undefined && { operator: op }),
    ...(reason !== undefined && { reason }),
    ...(state !== 'all' && { state: state ?? 'open' }),
  };
}

/** Whether anything narrows the list beside what it shows by itself. */
export function isNarrowed({ area, op, reason, state }: ObstacleSearch): boolean {
  return [area, op, reason, state].some((value) => value !== undefined);
}

/** The address of the forecast. */
export type ForecastSearch = {
  /** Province, regency or district. */
  area?: string;
  /** Absent: places. */
  show?: 'people';
};

export function parseForecastSearch({ area, show }: Record<string, unknown>): ForecastSearch {
  return {
    ...(typeof area === 'string' && areaPattern.test(area) && { area }),
    ...(show === 'people' && { show }),
  };
}
