// What stands beside the table on a wide screen; on a narrow one it is folded above, for the table is long.
import type { ReactNode } from 'react';
import { useText } from '../../i18n/text.tsx';
import { useMedia } from '../../lib/use-media.ts';
import css from './screen.module.css';

export function Aside({ children }: { children: ReactNode }) {
  const t = useText();
  const isNarrow = useMedia('(max-width: 1020px)');
  if (!isNarrow) return <div className={css.aside}>{children}</div>;
  return (
    <details className={css.folded}>
      <summary>{t.coverageTables.screen.aside}</summary>
      <div>{children}</div>
    </details>
  );
}
