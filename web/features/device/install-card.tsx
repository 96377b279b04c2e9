// How the app comes onto the home screen; nothing where it runs from there already.
import { Button, Text } from '@mantine/core';
import { useText } from '../../i18n/text.tsx';
import { useMedia } from '../../lib/use-media.ts';
import css from './device.module.css';

export function InstallCard({ onInstall }: { onInstall: (() => void) | null }) {
  const t = useText();
  const isInstalled = useMedia('(display-mode: standalone)');
  if (isInstalled) return null;
  const words = t.device.install;
  return (
    <section className={css.section} aria-labelledby="device-install">
      <div className={css.head}>
        <h2 id="device-install">{words.title}</h2>
        {onInstall && (
          <Button size="sm" variant="default" className={css.touch} onClick={onInstall}>
            {words.install}
          </Button>
        )}
      </div>
      <Text size="sm" c="dimmed">
        {words.body}
        {!onInstall && ` ${words.byHand}`}
      </Text>
    </section>
  );
}
