// What the terrain lets through: the profile of a path, and what of a footprint an antenna can see.
// Pure; knows no files. The Earth is taken with 4/3 of its radius, as radio waves bend (ITU-R P.834).
import { distance } from '@turf/turf';
import { difference } from '../regions/geos.ts';
import { nestRings } from '../regions/nest-rings.ts';
import type { SitePosition } from './contract.ts';
import type { Area } from './layer-store.ts';
import type { Profile } from './planning-contract.ts';
import { type PolarMask, traceMask } from './polar-mask.ts';
import type { Ground } from './raster.ts';

const earthRadiusM = 6_371_000;
const effectiveRadiusM = (4 / 3) * earthRadiusM;
const lightMPerS = 299_792_458;
/** Of the first Fresnel zone: with so much free the path loses next to nothing (ITU-R P.530). */
const freeFraction = 0.6;

/** Between samples of a profile, where it does not get too long. */
const profileStepM = 30;
const mostSamples = 600;

export type PathHeights = {
  /** Above the ground, metres. */
  antennaHeightM: number;
  receiverHeightM: number;
  frequencyMhz: number;
};

/** How far the Earth stands up between two points, `nearM` and `farM` from the one and the other. */
const bulgeM = (nearM: number, farM: number) => (nearM * farM) / (2 * effectiveRadiusM);

/** Radius of the n-th Fresnel zone, metres: √(n λ d₁ d₂ / (d₁ + d₂)) (ITU-R P.526). */
export function fresnelRadiusM(n: number, frequencyMhz: number, nearM: number, farM: number) {
  const wavelengthM = lightMPerS / (frequencyMhz * 1e6);
  const wholeM = nearM + farM;
  return wholeM === 0 ? 0 : Math.sqrt((n * wavelengthM * nearM * farM) / wholeM);
}

type Sample = Profile['samples'][number];

function blockedAt(samples: readonly Sample[], positionAt: (distanceM: number) => SitePosition) {
  const inside = samples.slice(1, -1);
  const first = inside.findIndex(({ groundM, lineM }) => groundM > lineM);
  const start = inside[first];
  if (!start) return null;
  let byM = 0;
  for (const { groundM, lineM } of inside.slice(first)) {
    if (groundM <= lineM) break;
    byM = Math.max(byM, groundM - lineM);
  }
  const { distanceM } = start;
  return { distanceM, position: positionAt(distanceM), byM };
}

/**
 * The ground between an antenna and a place with the line between them. `blockedAt` is where the first
 * obstacle begins, and by how much its highest part stands above the line. Null where the ground is
 * unknown somewhere on the way. Samples are 30 m apart, further where that makes more than 600.
 */
export function profileOf(
  from: SitePosition,
  to: SitePosition,
  { antennaHeightM, receiverHeightM, frequencyMhz }: PathHeights,
  ground: Ground,
): Profile | null {
  const distanceM = distance(from, to, { units: 'meters' });
  const steps = Math.min(Math.max(Math.ceil(distanceM / profileStepM), 1), mostSamples - 1);
  const positionAt = (alongM: number): SitePosition => {
    const part = distanceM === 0 ? 0 : alongM / distanceM;
    return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
  };
  const alongs = Array.from({ length: steps + 1 }, (_, step) => (distanceM * step) / steps);
  const heights = alongs.map((alongM) => ground(positionAt(alongM)));
  const [foot, ...rest] = heights;
  const end = rest.at(-1);
  if (foot === null || foot === undefined || end === null || end === undefined) return null;
  if (rest.includes(null)) return null;
  const topM = foot + antennaHeightM;
  const fallM = end + receiverHeightM - topM;
  const samples = alongs.map((alongM, step) => ({
    distanceM: alongM,
    groundM: (heights[step] ?? 0) + bulgeM(alongM, distanceM - alongM),
    lineM: topM + (fallM * step) / steps,
    fresnelM: fresnelRadiusM(1, frequencyMhz, alongM, distanceM - alongM),
  }));
  const blocked = blockedAt(samples, positionAt);
  return {
    distanceM,
    antennaHeightM,
    receiverHeightM,
    frequencyMhz,
    samples,
    hasLineOfSight: blocked === null,
    isFresnelClear: samples.every(
      ({ groundM, lineM, fresnelM }) => groundM + freeFraction * fresnelM <= lineM,
    ),
    blockedAt: blocked,
  };
}

/** Where an antenna stands; heights are metres above the ground. */
export type Antenna = {
  position: SitePosition;
  antennaHeightM: number;
  receiverHeightM: number;
};

/** One degree; 10 km away that is 175 m. The same for every radius, so that a larger one uncovers nothing. */
const rays = 360;
const rayStepM = 50;

/** A place so far from the antenna; `ray` counts degrees clockwise from north. */
function pointAt([lng, lat]: SitePosition, ray: number, awayM: number): SitePosition {
  const bearing = (ray * 2 * Math.PI) / rays;
  const degrees = (awayM / earthRadiusM) * (180 / Math.PI);
  const shrink = Math.cos((lat * Math.PI) / 180);
  return [lng + (degrees * Math.sin(bearing)) / shrink, lat + degrees * Math.cos(bearing)];
}

/**
 * Marks what is hidden along every ray. A place is hidden when the ground before it stands higher, seen
 * from the antenna, than a receiver there. Unknown ground neither hides nor is hidden.
 */
function markHidden(
  { position, receiverHeightM }: Antenna,
  topM: number,
  steps: number,
  ground: Ground,
): PolarMask {
  const cells = new Uint8Array(rays * steps);
  for (let ray = 0; ray < rays; ray += 1) {
    let steepest = -Infinity;
    for (let step = 0; step < steps; step += 1) {
      const awayM = (step + 1) * rayStepM;
      const height = ground(pointAt(position, ray, awayM));
      if (height === null) continue;
      const seenM = height - awayM ** 2 / (2 * effectiveRadiusM) - topM;
      if ((seenM + receiverHeightM) / awayM < steepest) cells[ray * steps + step] = 1;
      steepest = Math.max(steepest, seenM / awayM);
    }
  }
  return { rays, steps, cells };
}

/** The marked cells as an area; each cell lies half a step and half a ray round its sample. */
function toArea(position: SitePosition, mask: PolarMask): Area {
  const rings = traceMask(mask).map((nodes) => {
    const corners = nodes.map(({ ray, step }) =>
      pointAt(position, ray - 0.5, (step + 0.5) * rayStepM),
    );
    return [...corners, ...corners.slice(0, 1)];
  });
  return nestRings(rings);
}

/**
 * What of a footprint the antenna sees of receivers. All of it where the ground at the antenna is
 * unknown, or nothing hides anything; `[]` where it sees nothing. A larger radius never hides more of
 * what a smaller one covers.
 */
export function cutByTerrain(
  footprint: Area,
  from: Antenna,
  radiusM: number,
  ground: Ground,
): Area {
  const foot = ground(from.position);
  if (foot === null) return footprint;
  const steps = Math.ceil(radiusM / rayStepM);
  const mask = markHidden(from, foot + from.antennaHeightM, steps, ground);
  return mask.cells.includes(1) ? difference(footprint, toArea(from.position, mask)) : footprint;
}

/**
 * Whether an antenna sees a receiver: the terrain only, every 50 m, without the Fresnel zone. Ground
 * that is unknown on the way hides nothing; true where it is unknown at one of the ends.
 */
export function canSee(
  { position: from, antennaHeightM, receiverHeightM }: Antenna,
  to: SitePosition,
  ground: Ground,
): boolean {
  const [foot, end] = [ground(from), ground(to)];
  if (foot === null || end === null) return true;
  const distanceM = distance(from, to, { units: 'meters' });
  const steps = Math.ceil(distanceM / rayStepM);
  const topM = foot + antennaHeightM;
  const fallM = end + receiverHeightM - topM;
  for (let step = 1; step < steps; step += 1) {
    const part = step / steps;
    const at: SitePosition = [
      from[0] + (to[0] - from[0]) * part,
      from[1] + (to[1] - from[1]) * part,
    ];
    const height = ground(at);
    const alongM = distanceM * part;
    if (height !== null && height + bulgeM(alongM, distanceM - alongM) > topM + fallM * part)
      return false;
  }
  return true;
}
