// The page of this device and the frame around it.
import { getRouteApi } from '@tanstack/react-router';
import { DeviceScreen } from '../features/device/device-screen.tsx';
import { useText } from '../i18n/text.tsx';
import { AppFrame } from './app-frame.tsx';
import { Appearance } from './appearance.tsx';
import css from './admin-pages.module.css';
import { useInstall } from './install-prompt.ts';
import './mantine-parts.ts';

const deviceApi = getRouteApi('/signed-in/perangkat');

export function DevicePage() {
  const t = useText();
  const navigate = deviceApi.useNavigate();
  const onInstall = useInstall();
  return (
    <AppFrame current="device">
      <div className={css.page}>
        <header className={css.bar}>
          <h1 className={css.title}>{t.device.title}</h1>
          <Appearance />
        </header>
        <main className={css.main}>
          <DeviceScreen
            onOpenVillage={(place) => void navigate({ to: '/', search: { place } })}
            onOpenItem={({ id, input }) =>
              void navigate({ to: '/', search: { place: input.villageCode, mark: '1', item: id } })
            }
            onInstall={onInstall}
          />
        </main>
      </div>
    </AppFrame>
  );
}
