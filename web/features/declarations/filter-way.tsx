// Finding places by area and status.
import { useState } from 'react';
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { PlaceSearch } from '#contract/declarations';
import type { PlaceStatus } from '#contract/status';
import { mapQuery } from '../../api/map.ts';
import { useText } from '../../i18n/text.tsx';
import { AreaLevels } from './area-levels.tsx';
import { StatusChecks } from './status-checks.tsx';
import css from './chooser.module.css';
import page from './declarations.module.css';

export type WayProps = { isBusy: boolean; onSearch: (search: PlaceSearch) => void };

/** Where nobody has a usable signal. */
const usual: PlaceStatus[] = ['blankspot', 'outage'];

export function FilterWay({ isBusy, onSearch }: WayProps) {
  const words = useText().declarations.search;
  const { data: info } = useQuery(mapQuery);
  const [chosenArea, setArea] = useState<string | null>(null);
  const [statuses, setStatuses] = useState(usual);
  const [withoutPromise, setWithoutPromise] = useState(true);
  const area = chosenArea ?? info?.province?.code ?? null;
  return (
    <div className={css.way}>
      <div className={css.areas}>
        <AreaLevels area={area} onArea={setArea} />
      </div>
      <StatusChecks chosen={statuses} onChosen={setStatuses} />
      {statuses.length === 0 && <p className={page.error}>{words.noStatus}</p>}
      <label className={page.check}>
        <input
          type="checkbox"
          checked={withoutPromise}
          onChange={(event) => setWithoutPromise(event.currentTarget.checked)}
        />
        {words.withoutPromise}
      </label>
      <div>
        <Button
          variant="default"
          loading={isBusy}
          disabled={area === null || statuses.length === 0}
          onClick={() => area && onSearch({ by: 'filter', area, statuses, withoutPromise })}
        >
          {words.find}
        </Button>
      </div>
    </div>
  );
}
