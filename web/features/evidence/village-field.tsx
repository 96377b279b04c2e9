// The village of the report: chosen by hand, or following the point; never changed against a choice.
import { useEffect, useEffectEvent, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import type { Position, Region } from '#contract/regions';
import { isInBounds, mirrorsInto, writeCoordinates } from '#coordinates';
import { villageAtQuery } from '../../api/evidence.ts';
import { useText } from '../../i18n/text.tsx';
import { placeName, placePath } from '../../lib/place-name.ts';
import { isRefusal, problemText } from '../../lib/problems.ts';
import type { PickedPoint } from '../../map/modes/types.ts';
import { Note } from '../../ui/note.tsx';
import css from './evidence.module.css';

type Props = {
  village: Region | null;
  /** The village that the form has asked for and is about to get: no point may be quicker. */
  awaited: { code: string; name: string } | null;
  point: PickedPoint | null;
  onPointChange: (point: PickedPoint) => void;
  onVillageWanted: (code: string) => void;
  error: string | undefined;
};

const nowhere: Position = [0, 0];

export function VillageField(props: Props) {
  const { village, awaited, point, onPointChange, onVillageWanted, error } = props;
  const t = useText();
  const words = t.evidence.form;
  const at = useQuery({
    ...villageAtQuery(point?.position ?? nowhere),
    enabled: point !== null,
  });
  const there = point ? (at.data ?? null) : null;
  /** The village that came from a point: it follows the next point. One chosen by hand stays. */
  const [followed, setFollowed] = useState<string | null>(null);
  const [keptAt, setKeptAt] = useState<Position | null>(null);

  const follow = (code: string) => {
    setFollowed(code);
    onVillageWanted(code);
  };
  const mayFollow = village === null ? awaited === null : village.code === followed;
  const onThere = useEffectEvent((code: string) => {
    if (mayFollow && code !== village?.code) follow(code);
  });
  const thereCode = there?.code;
  const chosenCode = village?.code;
  useEffect(() => {
    if (thereCode !== undefined && thereCode !== chosenCode) onThere(thereCode);
  }, [thereCode, chosenCode]);

  const isElsewhere = there !== null && village !== null && there.code !== village.code;
  const isKept = keptAt !== null && point !== null && String(keptAt) === String(point.position);
  const bounds = village?.bounds;
  const mirrored =
    point && bounds
      ? mirrorsInto(point.position, (position) => isInBounds(position, bounds))
      : null;

  return (
    <div className={css.section}>
      <span className={css.label}>{words.village}</span>
      {village ? (
        <div className={css.village}>
          <div className={css.villageName}>{placeName(village)}</div>
          <div className={css.help}>{placePath(village.path)}</div>
          {there?.isGuess === true && there.code === village.code && (
            <div className={css.help}>{t.fieldForm.guessed}</div>
          )}
        </div>
      ) : awaited ? (
        <div className={css.village}>
          <div className={css.villageName}>{awaited.name}</div>
          <div className={css.help}>{awaited.code}</div>
        </div>
      ) : (
        <div
          className={css.noVillage}
          tabIndex={error === undefined ? undefined : -1}
          aria-invalid={error !== undefined || undefined}
        >
          {at.isFetching ? words.searchingVillage : words.noVillage}
        </div>
      )}
      {error !== undefined && !village && <p className={css.error}>{error}</p>}
      {point && at.isError && !mirrored && ((!village && !awaited) || isNowhere(at.error)) && (
        <p className={css.warning}>{problemText(at.error, t.problem)}</p>
      )}
      {mirrored && point && (
        <Note
          tone="warning"
          actions={
            <Button
              size="compact-sm"
              onClick={() => onPointChange({ ...point, position: mirrored.fixed })}
            >
              {words.addMinus(writeCoordinates(mirrored.fixed))}
            </Button>
          }
        >
          {mirrored.kind === 'swapped' ? words.swapped : words.minusLost}
        </Note>
      )}
      {isElsewhere && !mayFollow && !isKept && point && (
        <Note
          tone="warning"
          actions={
            <>
              <Button size="compact-sm" variant="default" onClick={() => follow(there.code)}>
                {words.moveToVillage(placeName(there))}
              </Button>
              <Button size="compact-sm" variant="default" onClick={() => setKeptAt(point.position)}>
                {words.keepVillage(placeName(village))}
              </Button>
            </>
          }
        >
          <p className={css.plain}>{words.otherVillage(placeName(there), placeName(village))}</p>
          {!mirrored && village.boundary?.kind === 'approximate' && (
            <p className={css.plain}>{words.approximate}</p>
          )}
        </Note>
      )}
    </div>
  );
}

/** At sea or abroad: worth a word even when a village was chosen by hand. */
function isNowhere(error: Error): boolean {
  return isRefusal(error) && error.code === 'no_village_here';
}
