// The settings of coverage as the texts of their fields, and back. Radii are typed in kilometres, the
// village's fraction in percent. Pure.
import type { CoverageSettings } from '#contract/coverage';
import { readFigure } from '../../lib/figure.ts';

/** One line of the table: technology '' is any, band '' is any. */
export type ReachDraft = { key: number; technology: string; bandMhz: string; radiusKm: string };

export type CoverageDraft = {
  defaultRadiusKm: string;
  reach: readonly ReachDraft[];
  villagePercent: string;
  antennaHeightM: string;
  receiverHeightM: string;
  cutsByTerrain: boolean;
};

/** A figure as it stands in a field, with the comma that Indonesian writes. */
const write = (value: number) => String(Number(value.toFixed(3))).replace('.', ',');

export function writeDraft(settings: CoverageSettings): CoverageDraft {
  return {
    defaultRadiusKm: write(settings.defaultRadiusM / 1000),
    reach: settings.reach.map(({ technology, bandMhz, radiusM }, key) => ({
      key,
      technology: technology ?? '',
      bandMhz: bandMhz === null ? '' : String(bandMhz),
      radiusKm: write(radiusM / 1000),
    })),
    villagePercent: write(settings.villageFraction * 100),
    antennaHeightM: write(settings.antennaHeightM),
    receiverHeightM: write(settings.receiverHeightM),
    cutsByTerrain: settings.cutsByTerrain,
  };
}

/** The figure times `factor`, to the thousandth; undefined for an empty field. */
function read(text: string, factor = 1): number | undefined {
  const figure = readFigure(text.replace(/\s*(km|%)$/i, ''));
  return figure === null ? undefined : Math.round(figure * factor * 1000) / 1000;
}

/** What is sent, unchecked: the contract tells which fields are wrong. */
export function readDraft(draft: CoverageDraft): unknown {
  return {
    defaultRadiusM: read(draft.defaultRadiusKm, 1000),
    reach: draft.reach.map(({ technology, bandMhz, radiusKm }) => ({
      technology: technology === '' ? null : technology,
      bandMhz: read(bandMhz) ?? null,
      radiusM: read(radiusKm, 1000),
    })),
    villageFraction: read(draft.villagePercent, 0.01),
    antennaHeightM: read(draft.antennaHeightM),
    receiverHeightM: read(draft.receiverHeightM),
    cutsByTerrain: draft.cutsByTerrain,
  };
}

/** A new line below the others, with the radius that holds anyway. */
export function withLine(draft: CoverageDraft): CoverageDraft {
  const key = Math.max(0, ...draft.reach.map((line) => line.key)) + 1;
  const line = { key, technology: '', bandMhz: '', radiusKm: draft.defaultRadiusKm };
  return { ...draft, reach: [...draft.reach, line] };
}

export function withoutLine(draft: CoverageDraft, index: number): CoverageDraft {
  return { ...draft, reach: draft.reach.toSpliced(index, 1) };
}

export function changeLine(
  draft: CoverageDraft,
  index: number,
  change: Partial<ReachDraft>,
): CoverageDraft {
  return {
    ...draft,
    reach: draft.reach.map((line, at) => (at === index ? { ...line, ...change } : line)),
  };
}

/** Swaps a line with the one above (−1) or below (1) it; at the edge nothing moves. */
export function moveLine(draft: CoverageDraft, index: number, steps: -1 | 1): CoverageDraft {
  const [line, other] = [draft.reach[index], draft.reach[index + steps]];
  if (!line || !other) return draft;
  return {
    ...draft,
    reach: draft.reach.with(index, other).with(index + steps, line),
  };
}
