// Choosing a regency to keep: its size and the room left are known before anybody says yes.
import { useState } from 'react';
import { Button, Group, Select, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Account } from '#contract/auth';
import type { RegionName } from '#contract/regions';
import { mapQuery } from '../../api/map.ts';
import { packSizeQuery, roomQuery, underWayQuery, useKeepPack } from '../../api/packs.ts';
import { childrenQuery } from '../../api/regions.ts';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatBytes, formatNumber } from '../../lib/format.ts';
import { placeName } from '../../lib/place-name.ts';
import { problemText } from '../../lib/problems.ts';
import css from './device.module.css';
import { KeepingProgress } from './pack-item.tsx';

type Props = { account: Account | null; known: ReadonlySet<string>; onClose: () => void };

/** What lies unpacked on the device takes about three times what travels. */
const unpackedTimes = 3;

const toOption = (region: RegionName) => ({ value: region.code, label: placeName(region) });

export function PackChooser({ account, known, onClose }: Props) {
  const t = useText();
  const words = t.device.packs;
  const { data: info } = useQuery(mapQuery);
  const own = account?.office.regencyCode ?? null;
  const home = info?.province?.code ?? own?.slice(0, 2) ?? null;
  const [chosenProvince, setChosenProvince] = useState<string | null>(null);
  const province = chosenProvince ?? home;
  const [code, setCode] = useState<string | null>(own !== null && !known.has(own) ? own : null);
  const provinces = useQuery({
    ...childrenQuery('ID'),
    enabled: info !== undefined && info.province === null,
  });
  const regencies = useQuery({ ...childrenQuery(province ?? ''), enabled: province !== null });
  const options = (regencies.data ?? []).filter((region) => !known.has(region.code));
  return (
    <div className={css.chooser}>
      {info?.province === null && (
        <Select
          label={words.province}
          data={(provinces.data ?? []).map(toOption)}
          value={province}
          onChange={(next) => {
            setChosenProvince(next);
            setCode(null);
          }}
          searchable
          allowDeselect={false}
        />
      )}
      <Select
        label={words.choose}
        placeholder={words.chooseHint}
        data={options.map(toOption)}
        value={code}
        onChange={setCode}
        searchable
        nothingFoundMessage={words.nothingFound}
        error={regencies.isError ? problemText(regencies.error, t.problem) : null}
        data-autofocus
      />
      {code === null ? (
        <Group gap="xs">
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t.common.cancel}
          </Button>
        </Group>
      ) : (
        <SizeAndKeep key={code} code={code} onClose={onClose} />
      )}
    </div>
  );
}

function SizeAndKeep({ code, onClose }: { code: string; onClose: () => void }) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.device.packs;
  const size = useQuery(packSizeQuery(code));
  const { data: room } = useQuery(roomQuery);
  const { data: underWay } = useQuery(underWayQuery);
  const keep = useKeepPack();
  const progress = underWay[code];
  const isTooLarge =
    size.data !== undefined && room != null && room.freeBytes < size.data.bytes * unpackedTimes;
  return (
    <>
      <div aria-live="polite">
        {size.isPending && <Text size="sm">{words.measuring}</Text>}
        {size.data && (
          <Text size="sm" fw={600} data-pack-size={size.data.bytes}>
            {words.size(
              formatBytes(size.data.bytes, language),
              formatNumber(size.data.tiles, language),
            )}
          </Text>
        )}
        {room && (
          <Text size="sm" c="dimmed">
            {words.room(formatBytes(room.freeBytes, language))}
          </Text>
        )}
        {isTooLarge && <p className={css.reasons}>{words.roomTooSmall}</p>}
        {(size.error ?? keep.error) && (
          <p className={css.reasons} role="alert">
            {words.notKept}. {problemText(size.error ?? keep.error, t.problem)}
          </p>
        )}
      </div>
      {progress && <KeepingProgress progress={progress} />}
      <Group gap="xs">
        <Button
          disabled={!size.data || isTooLarge}
          loading={progress !== undefined}
          onClick={() => keep.mutate({ code }, { onSuccess: onClose })}
        >
          {words.keep(size.data ? formatBytes(size.data.bytes, language) : '…')}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          onClick={() => {
            progress?.cancel();
            onClose();
          }}
        >
          {t.common.cancel}
        </Button>
      </Group>
    </>
  );
}
