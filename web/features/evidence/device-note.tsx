// What the device's position is doing: searching, improving, too rough for a measurement, failed.
import { poorAccuracyM } from '#contract/evidence';
import { useLanguage, useText } from '../../i18n/text.tsx';
import { formatDistance } from '../../lib/format.ts';
import type { PickedPoint } from '../../map/modes/types.ts';
import type { DeviceProblem } from './device-position.ts';
import css from './evidence.module.css';

type Props = {
  device: { isSearching: boolean; problem: DeviceProblem | null };
  point: PickedPoint | null;
  isMeasurement: boolean;
};

export function DeviceNote({ device, point, isMeasurement }: Props) {
  const t = useText();
  const { language } = useLanguage();
  const form = t.evidence.form;
  const words = t.fieldForm.position;
  const failures = {
    unsupported: form.deviceUnsupported,
    denied: form.deviceDenied,
    unavailable: form.deviceUnavailable,
    timeout: form.deviceTimeout,
  };
  const accuracyM = point?.source === 'device' ? point.accuracyM : null;
  const isPoor = accuracyM !== null && accuracyM > poorAccuracyM;
  const now = accuracyM === null ? '' : formatDistance(accuracyM, language);
  return (
    <div aria-live="polite">
      {device.isSearching && (
        <p className={css.help}>
          {accuracyM === null
            ? words.searching
            : isPoor && isMeasurement
              ? words.tooPoor(now)
              : words.improving(now)}
        </p>
      )}
      {!device.isSearching && isPoor && (
        <p className={css.warning}>{isMeasurement ? words.stillPoor : form.accuracyPoor}</p>
      )}
      {device.problem && <p className={css.error}>{failures[device.problem]}</p>}
    </div>
  );
}
