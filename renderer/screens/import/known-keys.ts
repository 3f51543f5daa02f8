import { draftKey } from "../../../shared/import/draft-key.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import type { Desk } from "../../db/desk.ts";
import type { ImportEngine } from "./engine-client.ts";

const KEYS_A_TIME = 10_000;

/** Keys of what the desk has of a type, by which the check knows a row that was imported before. */
export async function knownKeys(desk: Desk, type: RecordType): Promise<readonly string[]> {
  if (type === "incident") return [...(await desk.knownNumbers()).keys()];
  return (await desk.all(type)).map(({ data }) => draftKey(type, data, {}));
}

/** Some at a time: a million in one message would hold the window while it is made. */
export async function tellKnown(engine: ImportEngine, keys: readonly string[]): Promise<void> {
  for (let at = 0; at === 0 || at < keys.length; at += KEYS_A_TIME) {
    const told = await engine.ask("know", { keys: keys.slice(at, at + KEYS_A_TIME), restart: at === 0 });
    // The next question meets the same failure, and its answer is what is shown.
    if (!told.ok) return;
  }
}
