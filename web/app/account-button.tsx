// The account at the edge of the top bar. Its menu is fetched when someone is about to use it.
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { Account } from '#contract/auth';
import { useText } from '../i18n/text.tsx';
import css from './top-bar.module.css';

const AccountMenu = lazy(async () => {
  const [{ AccountMenu: component }] = await Promise.all([
    import('../features/auth/account-menu.tsx'),
    import('./mantine-parts.ts'),
  ]);
  return { default: component };
});

/** First letters of the first and the last word of the name. */
function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words[0], words.length > 1 ? words.at(-1) : '']
    .map((word) => word?.charAt(0) ?? '')
    .join('')
    .toUpperCase();
}

/** Presses the menu's own button once it is there, for the press that asked for it. */
function PressOnce({ isWanted }: { isWanted: boolean }) {
  const marker = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const button = marker.current?.parentElement?.querySelector('button');
    if (!isWanted || !button) return;
    button.focus();
    button.click();
  }, [isWanted]);
  return <span ref={marker} hidden />;
}

export function AccountButton({ account }: { account: Account }) {
  const t = useText();
  const navigate = useNavigate();
  const [isNear, setIsNear] = useState(false);
  const [isPressed, setIsPressed] = useState(false);
  const standIn = (
    <button
      type="button"
      className={css.standIn}
      aria-label={t.auth.accountMenu(account.name)}
      aria-haspopup="menu"
      onPointerEnter={() => setIsNear(true)}
      onClick={() => {
        setIsNear(true);
        setIsPressed(true);
      }}
    >
      <span>{initials(account.name)}</span>
    </button>
  );
  return (
    <div className={css.account}>
      {isNear ? (
        <Suspense fallback={standIn}>
          <AccountMenu
            account={account}
            onSignedOut={() => void navigate({ to: '/masuk', search: {} })}
            onChangePassword={() => void navigate({ to: '/kata-sandi', search: {} })}
          />
          <PressOnce isWanted={isPressed} />
        </Suspense>
      ) : (
        standIn
      )}
    </div>
  );
}
