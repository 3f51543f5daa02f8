import { stampOf } from "../../shared/lib/hybrid-clock.ts";
import { changeId, type Change, type Patch } from "../../shared/sync/change.ts";

/** A well-formed change of a desk, as an honest window makes it. */
export function changeOf(
  desk: string,
  deskSeq: number,
  patch: Patch = {},
  more: Partial<Change> = {},
): Change {
  return {
    id: changeId(desk, deskSeq),
    desk,
    deskSeq,
    stamp: stampOf({ ms: 1_760_000_000_000 + deskSeq, counter: 0 }, desk),
    author: "王工",
    type: "incident",
    recordId: `${desk}-${String(deskSeq).padStart(9, "0")}`,
    schemaVersion: 1,
    patch: { title: `门诊收费无法登录 ${deskSeq}`, ...patch },
    ...more,
  };
}

/** Changes `from` to `to`, both included. */
export function changesOf(desk: string, from: number, to: number): Change[] {
  return Array.from({ length: to - from + 1 }, (_, at) => changeOf(desk, from + at));
}
