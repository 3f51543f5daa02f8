import { draftKey } from "../../../shared/import/draft-key.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import type { Desk } from "../../db/desk.ts";
import type { ImportEngine } from "./engine-client.ts";

const KEYS_A_TIME = 10_000;

/** Keys of what the desk has of a type, by which the check knows a row that was imported before. */
export async function knownKeys(desk: Desk, type: RecordType): Promise<Iterable<string>> {
  if (type === "incident") return (await desk.knownNumbers()).keys();
  return (await desk.all(type)).map(({ data }) => draftKey(type, data, {}));
}

/** Some at a time: a million in one message would hold the window while it is made. */
export async function tellKnown(engine: ImportEngine, keys: Iterable<string>): Promise<void> {
  let restart = true;
  let some: string[] = [];
  for (const key of keys) {
    some.push(key);
    if (some.length < KEYS_A_TIME) continue;
    // The next question meets the same failure, and its answer is what is shown.
    if (!(await engine.ask("know", { keys: some, restart })).ok) return;
    restart = false;
    some = [];
  }
  if (some.length > 0 || restart) await engine.ask("know", { keys: some, restart });
}
