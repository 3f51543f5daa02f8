type NewestListener = (tenant: string, newest: number) => void;

/** How processes over one database tell each other that there is something new. */
export interface Notices {
  tell(tenant: string, newest: number): void;
  listen(listener: NewestListener): () => void;
  close(): Promise<void>;
}

/** Within this process. */
export function noticesHere(): Notices {
  const listeners = new Set<NewestListener>();
  return {
    tell: (tenant, newest) => {
      for (const listener of listeners) listener(tenant, newest);
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      listeners.clear();
      return Promise.resolve();
    },
  };
}
