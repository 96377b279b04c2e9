// The sign and the colour of what became of a site, as on the map; read aloud by the words beside it.
import { useComputedColorScheme } from '@mantine/core';
import type { LineKind } from '#contract/filings';
import { filingColours, filingSigns } from '../../map/layers/filing.ts';
import css from './lines.module.css';

export function KindMark({ kind }: { kind: LineKind }) {
  const theme = useComputedColorScheme('light');
  return (
    <span className={css.mark} style={{ '--mark': filingColours[theme][kind] }} aria-hidden="true">
      {filingSigns[kind]}
    </span>
  );
}
