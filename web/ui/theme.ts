// The one design language: neutral greys, one ink blue, radius 6, Noto Sans. Status colours live in status-look.ts.
import {
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core';

/** Shade 7 is the ink blue of light mode, shade 3 its counterpart in dark mode. */
const ink: MantineColorsTuple = [
  '#eef4fb',
  '#d9e6f5',
  '#b4cdea',
  '#8ab4f8',
  '#6c9bd8',
  '#4a7fc1',
  '#2f66a8',
  '#1f4e8c',
  '#193f72',
  '#122f57',
];

/** Mantine's dark greys in the tone of the rest: text first, then lines, then surfaces. */
const dark: MantineColorsTuple = [
  '#eef1f4',
  '#c9d1d8',
  '#a9b3bc',
  '#84909a',
  '#3b444c',
  '#2a3138',
  '#22292f',
  '#1a1f24',
  '#15191d',
  '#0f1317',
];

/** The text on a filled primary button follows the theme; Mantine would keep it white on dark's light blue. */
const variantColorResolver: VariantColorsResolver = (input) => {
  const colours = defaultVariantColorsResolver(input);
  const isPrimary = input.color === undefined || input.color === input.theme.primaryColor;
  if (input.variant !== 'filled' || !isPrimary) return colours;
  return { ...colours, color: 'var(--mantine-primary-color-contrast)' };
};

export const theme = createTheme({
  fontFamily: '"Noto Sans", system-ui, sans-serif',
  headings: { fontFamily: '"Noto Sans", system-ui, sans-serif', fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  defaultRadius: 6,
  primaryColor: 'ink',
  primaryShade: { light: 7, dark: 3 },
  autoContrast: true,
  variantColorResolver,
  colors: { ink, dark },
  cursorType: 'pointer',
  respectReducedMotion: true,
});
