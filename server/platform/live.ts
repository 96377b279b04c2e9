// Hands events to every open browser: an in-process hub, one process serves everything.

export type Hub<T> = {
  publish(event: T): void;
  /** Calls `listener` with every later event until the function it gives back is called. */
  subscribe(listener: (event: T) => void): () => void;
};

/** A new hub without listeners. */
export function createHub<T>(): Hub<T> {
  const listeners = new Set<(event: T) => void>();
  return {
    publish(event) {
      for (const listener of listeners) listener(event);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
