import { draftKey } from "../../../shared/import/draft-key.ts";
import { ok, type Result } from "../../../shared/lib/result.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import type { Desk } from "../../db/desk.ts";
import type { EngineFailure, ImportEngine } from "./engine-client.ts";

const KEYS_A_TIME = 5_000;

/**
 * Keys of what the desk has of a type, by which the worker knows a row that was imported before: some at a time, for the
 * window should never hold a million.
 */
export function knownKeys(desk: Desk, type: RecordType): AsyncIterable<readonly string[]> {
  return type === "incident" ? desk.eachNumber() : keysOf(desk, type);
}

/** Tells the worker what is there, and makes it forget what it was told before. */
export async function tellKnown(
  engine: ImportEngine,
  keys: AsyncIterable<readonly string[]>,
): Promise<Result<null, EngineFailure>> {
  let restart = true;
  for await (const some of keys) {
    const told = await engine.ask("know", { keys: some, restart });
    if (!told.ok) return told;
    restart = false;
  }
  if (!restart) return ok(null);
  const told = await engine.ask("know", { keys: [], restart });
  return told.ok ? ok(null) : told;
}

async function* keysOf(desk: Desk, type: RecordType): AsyncGenerator<readonly string[]> {
  const all = await desk.all(type);
  for (let from = 0; from < all.length; from += KEYS_A_TIME)
    yield all.slice(from, from + KEYS_A_TIME).map(({ data }) => draftKey(type, data, {}));
}
