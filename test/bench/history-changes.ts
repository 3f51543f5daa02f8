import { stampOf } from "../../shared/lib/hybrid-clock.ts";
import { recordId } from "../../shared/lib/ids.ts";
import { registry } from "../../shared/records/index.ts";
import { changeId, type Change } from "../../shared/sync/change.ts";
import { madeIncident } from "./store-page/history.ts";

const DESK = "7K2M9P";
const MADE_MS = Date.UTC(2026, 0, 5);

/** The history as another desk imported it: `count` faults, then the batch that makes them count. */
export function historyChanges(count: number): readonly Change[] {
  return historyPart(count, 0, count + 1);
}

/** Its changes [from, to): a million at once would fill the memory. */
export function historyPart(count: number, from: number, to: number): readonly Change[] {
  const batchId = recordId(DESK, 1);
  const change = (n: number, rest: Pick<Change, "type" | "recordId" | "patch" | "batchId">): Change => ({
    id: changeId(DESK, n + 1),
    desk: DESK,
    deskSeq: n + 1,
    stamp: stampOf({ ms: MADE_MS, counter: n }, DESK),
    author: "王工",
    schemaVersion: registry[rest.type as "incident"].version,
    ...rest,
  });
  const incidents = Array.from({ length: Math.max(0, Math.min(to, count) - from) }, (_, at) =>
    change(from + at, {
      type: "incident",
      recordId: recordId(DESK, from + at + 2),
      patch: { ...madeIncident(from + at, batchId).incident },
      batchId,
    }),
  );
  if (to <= count) return incidents;
  const batch = change(count, {
    type: "importBatch",
    recordId: batchId,
    patch: {
      fileName: "旧台账.xlsx",
      recordType: "incident",
      state: "committed",
      rows: count,
      records: count,
      duplicates: 0,
      held: 0,
      importedAt: new Date(MADE_MS).toISOString(),
    },
  });
  return [...incidents, batch];
}
