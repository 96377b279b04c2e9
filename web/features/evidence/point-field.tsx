// Where it was seen: typed coordinates, the device's position, or a tap on the map; hints that mend.
import { useEffect, useEffectEvent, useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { poorAccuracyM } from '#contract/evidence';
import { readCoordinates, writeCoordinates, writeDms } from '#coordinates';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDistance } from '../../lib/format.ts';
import type { PickedPoint } from '../../map/modes/types.ts';
import { Icon } from '../../ui/icons.tsx';
import { readingText } from './check-form.ts';
import { DeviceNote } from './device-note.tsx';
import { useDevicePosition, type Wish } from './device-position.ts';
import css from './evidence.module.css';
import form from './field-form.module.css';

type Props = {
  point: PickedPoint | null;
  typed: string;
  /** The text and the point it stands for; null while it stands for none. */
  onChange: (typed: string, point: PickedPoint | null) => void;
  error: string | undefined;
  /** A measurement needs a point of at most 50 m. */
  isMeasurement?: boolean;
};

/** A report takes the first fix that is good enough; a measurement waits for a better one. */
const wishes: Record<'report' | 'measurement', Wish> = {
  report: { goodM: poorAccuracyM, patienceMs: 20_000 },
  measurement: { goodM: 15, patienceMs: 60_000 },
};

export function PointField({ point, typed, onChange, error, isMeasurement = false }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.evidence.form;
  const [hasLeft, setHasLeft] = useState(false);
  const setPoint = (next: PickedPoint) => onChange(writeCoordinates(next.position), next);
  const device = useDevicePosition(setPoint);
  const reading = readCoordinates(typed);

  // A tap on the map says more than a satellite that comes in later.
  const heed = useEffectEvent(() => point?.source === 'map' && device.stop());
  useEffect(() => void heed(), [point]);

  const read = (text: string) => {
    device.stop();
    setHasLeft(false);
    const next = readCoordinates(text);
    onChange(
      text,
      next.kind === 'position'
        ? { position: next.position, source: 'typed', accuracyM: null }
        : null,
    );
  };

  const clear = () => {
    device.stop();
    onChange('', null);
  };
  const isSilent = typed === '' && !isMeasurement && !device.isSearching && !device.problem;

  // Halfway through typing, "not readable yet" would only disturb.
  const isUnfinished = reading.kind === 'partial' || reading.kind === 'unreadable';
  const hint = point || (isUnfinished && !hasLeft) ? null : readingText(reading.kind, t);
  const fixed = 'fixed' in reading ? reading.fixed : null;

  return (
    <div className={css.section}>
      <div className={form.position}>
        <Button
          variant="light"
          leftSection={<Icon name="target" size={18} />}
          loading={device.isSearching}
          onClick={() => device.search(wishes[isMeasurement ? 'measurement' : 'report'])}
        >
          {point?.source === 'device' ? t.fieldForm.position.again : t.fieldForm.position.use}
        </Button>
        {device.isSearching && point?.source === 'device' && (
          <Button variant="default" onClick={device.stop}>
            {t.fieldForm.position.stop}
          </Button>
        )}
      </div>
      <TextInput
        label={words.pointLabel}
        placeholder={words.pointExample}
        autoComplete="off"
        spellCheck={false}
        classNames={{ input: css.figures ?? '' }}
        value={typed}
        error={hint ?? error}
        onChange={(event) => read(event.currentTarget.value)}
        onBlur={() => setHasLeft(true)}
      />
      {fixed && (
        <Button
          className={css.left}
          size="compact-sm"
          variant="light"
          onClick={() => setPoint({ position: fixed, source: 'typed', accuracyM: null })}
        >
          {reading.kind === 'swapped'
            ? words.swap(writeCoordinates(fixed))
            : words.addMinus(writeCoordinates(fixed))}
        </Button>
      )}
      <DeviceNote device={device} point={point} isMeasurement={isMeasurement} />
      {point ? (
        <div className={form.pointFacts}>
          <span className={css.figures}>{writeDms(point.position, language)}</span>
          <span>
            {point.source === 'map' && words.fromMap}
            {point.source === 'typed' && words.fromTyped}
            {point.source === 'device' &&
              words.fromDevice(formatDistance(point.accuracyM ?? 0, language))}
          </span>
          <button type="button" className={css.link} onClick={clear}>
            {words.clearPoint}
          </button>
        </div>
      ) : (
        isSilent && <p className={css.help}>{words.pointOptional}</p>
      )}
    </div>
  );
}
