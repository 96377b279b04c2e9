// The app and everything around it: language, design, queries, routes, notices.
import { lazy, Suspense, useState } from 'react';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { createOutboxHandle } from '../api/outbox/handle.ts';
import { OutboxContext } from '../api/outbox/use-outbox.ts';
import { TextProvider } from '../i18n/text.tsx';
import { theme } from '../ui/theme.ts';
import { colourSchemeKey } from './boot.ts';
import { createInstallPrompt, InstallContext } from './install-prompt.ts';
import { afterMapEngine } from './map-engine.ts';
import { createQueryClient } from './query-client.ts';
import { createAppRouter } from './router.tsx';
import './mantine-base.ts';

const Notices = lazy(() => afterMapEngine(() => import('./notices.tsx')));
const Offline = lazy(() => afterMapEngine(() => import('./offline.tsx')));

function createParts() {
  const client = createQueryClient(() => void router.invalidate());
  const router = createAppRouter(client);
  return { client, router, outbox: createOutboxHandle(), install: createInstallPrompt() };
}

const colorSchemeManager = localStorageColorSchemeManager({ key: colourSchemeKey });

export function App({ nonce }: { nonce: string }) {
  const [{ client, router, outbox, install }] = useState(createParts);
  return (
    <TextProvider>
      <MantineProvider
        theme={theme}
        defaultColorScheme="auto"
        colorSchemeManager={colorSchemeManager}
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={client}>
          <OutboxContext value={outbox}>
            <InstallContext value={install}>
              <RouterProvider router={router} />
              <Suspense>
                <Notices />
                <Offline onSessionGone={() => void router.invalidate()} />
              </Suspense>
            </InstallContext>
          </OutboxContext>
        </QueryClientProvider>
      </MantineProvider>
    </TextProvider>
  );
}
