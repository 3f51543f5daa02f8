import { draftKey } from "../../../shared/import/draft-key.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import type { Desk } from "../../db/desk.ts";

/** Keys of what the desk has of a type, by which the check knows a row that was imported before. */
export async function knownKeys(desk: Desk, type: RecordType): Promise<readonly string[]> {
  if (type === "incident") return [...(await desk.knownNumbers()).keys()];
  return (await desk.all(type)).map(({ data }) => draftKey(type, data, {}));
}
