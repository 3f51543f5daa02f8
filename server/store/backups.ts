import { mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { CalendarDate } from "../../shared/lib/dates.ts";

const KEPT = 7;
const NAME = /^shouyue-\d{4}-\d{2}-\d{2}\.sqlite$/;

/**
 * Copies of the log in `folder`, one a day, the newest seven kept. The day's copy is made anew when the log has
 * grown since. Gives a function that does what is due and says whether a copy was made.
 */
export function dailyBackups(
  newestNow: () => Promise<number>,
  copyTo: (file: string) => Promise<void>,
  folder: string,
): (today: CalendarDate) => Promise<boolean> {
  let copied = { day: "", newest: -1 };
  return async (today) => {
    const newest = await newestNow();
    if (copied.day === today && copied.newest === newest) return false;
    mkdirSync(folder, { recursive: true });
    const name = `shouyue-${today}.sqlite`;
    const unfinished = join(folder, `${name}.part`);
    rmSync(unfinished, { force: true });
    await copyTo(unfinished);
    renameSync(unfinished, join(folder, name));
    copied = { day: today, newest };
    const copies = readdirSync(folder).filter((file) => NAME.test(file));
    for (const old of copies.sort().slice(0, -KEPT)) rmSync(join(folder, old));
    return true;
  };
}
