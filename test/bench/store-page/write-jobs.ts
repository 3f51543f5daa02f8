import { openDesk } from "../../../renderer/db/open-desk.ts";
import { must } from "../../../shared/lib/must.ts";
import { historyRow, madeIncident } from "./history.ts";
import { drop, putPacked } from "./ours.ts";
import { putBare, putDexie, putPouch, putRxdb } from "./peers.ts";

/** The same rows into each store, made beforehand where the peer takes rows. Each answers in milliseconds. */
export const writeJobs = {
  async putOurs(count: number): Promise<number> {
    const name = `put-${Math.random()}`;
    const desk = await openDesk({ name });
    const rows = Array.from({ length: count }, (_, n) => madeIncident(n));
    const started = performance.now();
    await putPacked(desk, count, (n) => must(rows[n], "all rows were made"), false);
    const took = performance.now() - started;
    desk.close();
    await drop(name);
    return took;
  },
  putBare: (count: number) => timed(count, putBare),
  putDexie: (count: number) => timed(count, putDexie),
  putRxdb: (count: number) => timed(count, putRxdb),
  putPouch: (count: number) => timed(count, putPouch),
};

async function timed(
  count: number,
  put: (rows: ReturnType<typeof historyRow>[]) => Promise<void>,
): Promise<number> {
  const rows = Array.from({ length: count }, (_, n) => historyRow(n));
  const started = performance.now();
  await put(rows);
  return performance.now() - started;
}
