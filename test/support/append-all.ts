import type { Store } from "../../server/store/store.ts";
import type { Change } from "../../shared/sync/change.ts";

/** Appends what is above the desk's mark, as a service that finds nothing wrong; gives the newest sequence. */
export async function appendAll(
  store: Store,
  desk: string,
  changes: readonly Change[],
  tenant = "office",
  nowMs = Date.now(),
): Promise<number> {
  const answer = await store.append({ tenant, desk, changes, nowMs }, ({ mark }) => {
    const accepted = changes.filter((change) => change.deskSeq > mark);
    return { accepted, mark: accepted.at(-1)?.deskSeq ?? mark };
  });
  return "judged" in answer ? answer.newest : 0;
}
