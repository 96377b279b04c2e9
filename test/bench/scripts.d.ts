// Types of the scripts that the benchmarks share with `npm start`.
declare module '*/scripts/chromium.mjs' {
  export const chromiumFlags: string[];
  export function findChromium(): string;
}
declare module '*/scripts/prepare.mjs' {
  export function buildWeb(): void;
}
