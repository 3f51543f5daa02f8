import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { DELETED, type Change } from "../../shared/sync/change.ts";
import type { Folded } from "../../shared/sync/fold.ts";
import { judgePush, type JudgedPush, type PushRefusal } from "../../shared/sync/judge.ts";
import type { Store } from "../store/store.ts";

export interface PushedBy<R extends string> {
  readonly tenant: string;
  readonly desk: string;
  /** As they came off the wire, unchecked. */
  readonly pushed: readonly unknown[];
  readonly nowMs: number;
  /** Why its author may not make a change; `before` is the record as it stood before the push. */
  readonly refuses?: (change: Change, isHeld: boolean, before: Folded | undefined) => R | undefined;
}

/** Judges a push and appends what may stand, in one transaction of the store. */
export async function acceptPush<R extends string = never>(
  store: Store,
  { tenant, desk, pushed, nowMs, refuses }: PushedBy<R>,
): Promise<Result<JudgedPush<R> & { readonly newest: number }, PushRefusal>> {
  const changes = pushed.filter(isAboutARecord);
  const answer = await store.append({ tenant, desk, changes, nowMs }, ({ mark, held }) =>
    judgePush<R>(desk, pushed, {
      mark,
      nowMs,
      isHeld: (type, recordId) => isMade(held(type, recordId)),
      ...(refuses === undefined
        ? {}
        : { refuses: (change, isHeld) => refuses(change, isHeld, held(change.type, change.recordId)) }),
    }),
  );
  return "refused" in answer ? fail(answer.refused) : ok({ ...answer.judged, newest: answer.newest });
}

/** By file, what removes a record may come before what made it: until then it is not there. */
function isMade(record: Folded | undefined): boolean {
  return record !== undefined && Object.keys(record.data).some((field) => field !== DELETED);
}

/** What the store looks up before it asks; whatever else is wrong with an entry, the judge says. */
function isAboutARecord(entry: unknown): entry is Pick<Change, "type" | "recordId"> {
  if (typeof entry !== "object" || entry === null || !("type" in entry) || !("recordId" in entry))
    return false;
  return isPlain(entry.type) && isPlain(entry.recordId);
}

function isPlain(key: unknown): boolean {
  return typeof key === "string" && key.length <= 64 && !/[\p{Cc}\p{Surrogate}]/u.test(key);
}
