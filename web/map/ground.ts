// Colours of everything on the map that is not a status: sea, land, boundaries, labels, selection.

export type MapTheme = 'light' | 'dark';

export type Ground = {
  sea: string;
  /** Land outside the provinces that are loaded. */
  land: string;
  landEdge: string;
  province: string;
  boundary: string;
  /** Regencies and provinces, which must show through the statuses of villages. */
  boundaryStrong: string;
  label: string;
  labelQuiet: string;
  halo: string;
  /** Selection and hover: the one ink blue, with a casing that keeps it visible on every status. */
  ink: string;
  casing: string;
  /** Edge of a counted blankspot, and of an incomplete place. */
  blankspotEdge: string;
  incompleteEdge: string;
};

export const grounds: Record<MapTheme, Ground> = {
  light: {
    sea: '#dfe7ec',
    land: '#f3f4f6',
    landEdge: '#c9d1d8',
    province: '#ffffff',
    boundary: '#8a949e',
    boundaryStrong: '#4d5760',
    label: '#22282e',
    labelQuiet: '#4d565f',
    halo: '#ffffff',
    ink: '#1f4e8c',
    casing: '#ffffff',
    blankspotEdge: '#4a0019',
    incompleteEdge: '#9d0b3b',
  },
  dark: {
    sea: '#0f1317',
    land: '#171c21',
    landEdge: '#2a323a',
    province: '#1e242a',
    boundary: '#8a949e',
    boundaryStrong: '#c3ccd4',
    label: '#eef1f4',
    labelQuiet: '#b9c2ca',
    halo: '#0f1317',
    ink: '#8ab4f8',
    casing: '#0b0e11',
    blankspotEdge: '#ffc2d2',
    incompleteEdge: '#ff4d7d',
  },
};
