import type { Store } from "../../renderer/db/store.ts";

/** A store that fails like a window that dies: `die` says after how many calls from now, `asked` how many there were since. */
export function dying(store: Store): {
  readonly die: (calls: number) => void;
  readonly asked: () => number;
} {
  let [left, calls] = [Infinity, 0];
  const strike = (): void => {
    left -= 1;
    calls += 1;
    if (left < 0) throw new Error("killed");
  };
  store.use({
    stack: "dbcore",
    name: "kill",
    create: (core) => ({
      ...core,
      table: (of) => {
        const table = core.table(of);
        const call = <A, R>(work: (asked: A) => Promise<R>) => {
          return async (asked: A): Promise<R> => {
            strike();
            return work(asked);
          };
        };
        return {
          ...table,
          mutate: call((asked) => table.mutate(asked)),
          get: call((asked) => table.get(asked)),
          getMany: call((asked) => table.getMany(asked)),
          query: call((asked) => table.query(asked)),
        };
      },
    }),
  });
  return {
    die: (after) => {
      [left, calls] = [after, 0];
    },
    asked: () => calls,
  };
}
