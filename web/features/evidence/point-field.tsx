// Where it was seen: typed coordinates, the device's position, or a tap on the map; hints that mend.
import { useState } from 'react';
import { Button, TextInput } from '@mantine/core';
import { readCoordinates, writeCoordinates, writeDms } from '#coordinates';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDistance } from '../../lib/format.ts';
import type { PickedPoint } from '../../map/modes/types.ts';
import { useDevicePosition } from './device-position.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import css from './evidence.module.css';
import { readingText } from './form-values.ts';

type Props = {
  point: PickedPoint | null;
  typed: string;
  /** The text and the point it stands for; null while it stands for none. */
  onChange: (typed: string, point: PickedPoint | null) => void;
  error: string | undefined;
};

/** Above this a device's position is too rough for a measurement, metres. */
const roughAboveM = 50;

export function PointField({ point, typed, onChange, error }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const words = t.evidence.form;
  const [hasLeft, setHasLeft] = useState(false);
  const setPoint = (next: PickedPoint) => onChange(writeCoordinates(next.position), next);
  const device = useDevicePosition(setPoint);
  const reading = readCoordinates(typed);

  const read = (text: string) => {
    setHasLeft(false);
    const next = readCoordinates(text);
    onChange(
      text,
      next.kind === 'position'
        ? { position: next.position, source: 'typed', accuracyM: null }
        : null,
    );
  };

  // Halfway through typing, "not readable yet" would only disturb.
  const isUnfinished = reading.kind === 'partial' || reading.kind === 'unreadable';
  const hint = point || (isUnfinished && !hasLeft) ? null : readingText(reading.kind, t);
  const fixed = 'fixed' in reading ? reading.fixed : null;
  const deviceTexts = {
    unsupported: words.deviceUnsupported,
    denied: words.deviceDenied,
    unavailable: words.deviceUnavailable,
    timeout: words.deviceTimeout,
  };

  return (
    <div className={css.section}>
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
        rightSectionWidth={44}
        rightSection={
          <IconButton
            icon="target"
            label={words.device}
            onClick={device.search}
            disabled={device.isSearching}
            data-searching={device.isSearching || undefined}
          />
        }
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
      <div className={css.help} aria-live="polite">
        {device.isSearching && words.deviceSearching}
        {device.problem && <p className={css.error}>{deviceTexts[device.problem]}</p>}
        {point && !device.isSearching && (
          <>
            <span className={css.figures}>{writeDms(point.position, language)}</span>
            {' · '}
            {point.source === 'map' && words.fromMap}
            {point.source === 'typed' && words.fromTyped}
            {point.source === 'device' &&
              words.fromDevice(formatDistance(point.accuracyM ?? 0, language))}{' '}
            <button type="button" className={css.link} onClick={() => onChange('', null)}>
              {words.clearPoint}
            </button>
            {point.source === 'device' && (point.accuracyM ?? 0) > roughAboveM && (
              <p className={css.warning}>{words.accuracyPoor}</p>
            )}
          </>
        )}
        {!point && !device.isSearching && !device.problem && typed === '' && words.pointOptional}
      </div>
    </div>
  );
}
