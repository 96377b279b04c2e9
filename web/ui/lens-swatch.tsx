// A swatch of a lens's category as the map paints it.
import type { LensCategory } from '../lib/lens.ts';
import { lensLook } from './lens-look.ts';
import css from './status-symbol.module.css';

export function LensSwatch({ category }: { category: LensCategory }) {
  const { light, dark } = lensLook[category];
  return (
    <span
      className={css.swatch}
      aria-hidden="true"
      style={{ background: `light-dark(${light}, ${dark})` }}
    />
  );
}
