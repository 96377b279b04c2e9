// What holds for a photo: its parts, how far it was taken from its report, when it is given up. Pure.
import { distance } from '@turf/turf';
import type { PhotoDeclared } from './contract.ts';

/** Parts are small enough to get through on one bar of signal, and few enough to count. */
export const partBytes = 131_072;

/** Photos of one account that wait for their bytes or their report; a full queue of a week in the field. */
export const maxUnfinished = 200;

/** Beyond this a photo is said to be far from its report, metres. */
const farM = 1000;

/** Days after which a photo is given up whose bytes or whose report never came. */
const patienceDays = 30;

/** How many parts a photo of `bytes` comes in. */
export function countParts(bytes: number): number {
  return Math.ceil(bytes / partBytes);
}

/** Length in bytes of part `n` (from 0) of a photo of `bytes`. */
export function partLength(bytes: number, n: number): number {
  return Math.min(partBytes, bytes - n * partBytes);
}

/** Whether two declarations are about the same picture, declared in the same way. */
export function declaresTheSame(a: PhotoDeclared, b: PhotoDeclared): boolean {
  const keys = ['kind', 'operatorId', 'bytes', 'sha256', 'exifDistanceM'] as const;
  return keys.every((key) => a[key] === b[key]);
}

type Position = readonly [lng: number, lat: number];

/** Metres, rounded, from where the camera was to where the report is. */
export function metresBetween(camera: Position, report: Position): number {
  return Math.round(distance([...camera], [...report], { units: 'meters' }));
}

/** Whether a photo was taken too far away to show what the report says; null: nobody knows. */
export function isFarFromReport(exifDistanceM: number | null): boolean {
  return exifDistanceM !== null && exifDistanceM > farM;
}

/** Photos declared before this instant and still unfinished are given up. */
export function givenUpBefore(now: Date): Date {
  return new Date(now.getTime() - patienceDays * 86_400_000);
}
