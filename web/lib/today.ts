// The day it is where the reader is.

/** ISO date in the device's own time zone. */
export function todayHere(): string {
  return new Date().toLocaleDateString('sv-SE');
}
