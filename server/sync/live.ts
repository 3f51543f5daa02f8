import type { Store } from "../store/store.ts";

/** Who waits for something new, by tenant. */
export interface Live {
  /** The newest sequence, as soon as it is above `above` or `timeoutMs` have passed. */
  wait(tenant: string, above: number, timeoutMs: number): Promise<number>;
  /** Tells every new sequence until the given function is called. */
  follow(tenant: string, listener: (newest: number) => void): () => void;
  newest(tenant: string): Promise<number>;
  /** How many follow or wait just now. */
  readonly count: () => number;
}

export function liveOn(store: Store): Live {
  const followers = new Map<string, Set<(newest: number) => void>>();
  store.onNewest((tenant, newest) => {
    for (const listener of [...(followers.get(tenant) ?? [])]) listener(newest);
  });
  const follow: Live["follow"] = (tenant, listener) => {
    const known = followers.get(tenant) ?? new Set();
    followers.set(tenant, known.add(listener));
    return () => {
      known.delete(listener);
      if (known.size === 0 && followers.get(tenant) === known) followers.delete(tenant);
    };
  };
  return {
    follow,
    wait: async (tenant, above, timeoutMs) => {
      let leave = (): void => undefined;
      let timer: NodeJS.Timeout | undefined;
      try {
        return await new Promise<number>((done, failed) => {
          // Listening comes before asking: what is appended in between is not missed.
          leave = follow(tenant, (newest) => {
            if (newest > above) done(newest);
          });
          store.newest(tenant).then((newest) => {
            if (newest > above) done(newest);
            else timer = setTimeout(() => done(newest), timeoutMs);
          }, failed);
        });
      } finally {
        leave();
        clearTimeout(timer);
      }
    },
    newest: async (tenant) => store.newest(tenant),
    count: () => [...followers.values()].reduce((sum, { size }) => sum + size, 0),
  };
}
