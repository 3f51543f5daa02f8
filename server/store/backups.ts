import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { CalendarDate } from "../../shared/lib/dates.ts";
import type { Store } from "./store.ts";

const KEPT = 7;
const NAME = /^shouyue-\d{4}-\d{2}-\d{2}\.sqlite$/;

/** One copy of the log a day, the newest seven kept. True when today's was made now. */
export async function backUpDaily(store: Store, folder: string, today: CalendarDate): Promise<boolean> {
  mkdirSync(folder, { recursive: true });
  const name = `shouyue-${today}.sqlite`;
  const made = !readdirSync(folder).includes(name);
  if (made) {
    const unfinished = join(folder, `${name}.part`);
    rmSync(unfinished, { force: true });
    await store.copyTo(unfinished);
    renameSync(unfinished, join(folder, name));
  }
  const copies = readdirSync(folder).filter((file) => NAME.test(file));
  for (const old of copies.sort().slice(0, -KEPT)) rmSync(join(folder, old));
  return made;
}
