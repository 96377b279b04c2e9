// The quiet page with one card, shared by signing in and choosing a password.
import type { ReactNode } from 'react';
import { Button } from '@mantine/core';
import { useLanguage, useText } from '../../i18n/text.tsx';
import css from './sign-in-screen.module.css';

export function AuthCard({ children }: { children: ReactNode }) {
  const t = useText();
  const { language, setLanguage } = useLanguage();
  return (
    <main className={css.ground}>
      <div className={css.card}>
        <div className={css.brand}>
          <img src="/icon.svg" alt="" />
          <div>
            <div className={css.name}>{t.common.appName}</div>
            <div className={css.tagline}>{t.auth.tagline}</div>
          </div>
        </div>
        {children}
      </div>
      <div className={css.language} role="group" aria-label={t.shell.language}>
        {(['id', 'en'] as const).map((code) => (
          <Button
            key={code}
            size="compact-sm"
            lang={code}
            variant={language === code ? 'default' : 'subtle'}
            color="gray"
            aria-pressed={language === code}
            onClick={() => setLanguage(code)}
          >
            {code === 'id' ? t.shell.indonesian : t.shell.english}
          </Button>
        ))}
      </div>
    </main>
  );
}
