// What a locality is called on screen. Pure.

type Called = { kind: string; name: string };

const shortKinds = new Set(['rw', 'rt']);

/** The local word as it is written: "Jorong", "RW". */
export function kindWord(kind: string): string {
  if (shortKinds.has(kind.toLowerCase())) return kind.toUpperCase();
  return kind.charAt(0).toUpperCase() + kind.slice(1);
}

/** "Jorong Koto Tuo", "RW 01"; the word is not said twice. */
export function localityName({ kind, name }: Called): string {
  const hasWord = name.toLowerCase().startsWith(`${kind.toLowerCase()} `);
  return hasWord ? name : `${kindWord(kind)} ${name}`;
}

/** The word of most of them as it stands in a sentence ("jorong", "RW"); null where there are none. */
export function commonKind(localities: readonly Pick<Called, 'kind'>[]): string | null {
  const counts = new Map<string, number>();
  for (const { kind } of localities) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const most = [...counts].toSorted(([a, x], [b, y]) => y - x || a.localeCompare(b))[0];
  if (!most) return null;
  return shortKinds.has(most[0]) ? most[0].toUpperCase() : most[0];
}
