// Lets a few tasks run at once and the others wait their turn, for work that takes much memory.

/** A new gate: `run` starts a task as soon as fewer than `places` of its tasks are running. */
export function createGate(places: number): { run<T>(task: () => Promise<T>): Promise<T> } {
  const waiting: (() => void)[] = [];
  let free = places;

  /** A place is handed to the one who has waited longest. */
  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return {
    async run(task) {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await task();
      } finally {
        leave();
      }
    },
  };
}
