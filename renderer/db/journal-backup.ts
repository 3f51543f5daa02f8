import { z } from "zod";
import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Change } from "../../shared/sync/change.ts";
import type { BackupFailure, DeskBackup } from "./desk.ts";
import { positionOf, raiseTo, unknownOf } from "./journal-agree.ts";
import { raiseCounters } from "./journal-counters.ts";
import type { CopySource } from "./journal-copy.ts";
import { changesOfText, journalText } from "./journal-text.ts";
import type { Store } from "./store.ts";
import type { StoreSyncSource } from "./sync-source.ts";

const A_HELPING = 2000;
const zHead = z.strictObject({
  shouyue: z.literal("backup"),
  version: z.literal(1),
  desk: z.string(),
  madeAt: z.string(),
});
const zEnd = z.strictObject({ end: z.int().nonnegative() });

interface Parts {
  readonly store: Store;
  readonly desk: string;
  readonly now: () => number;
  readonly copy: CopySource;
  readonly source: () => StoreSyncSource;
}

/** Every change that the store holds as lines of text: a head, the changes, and an end that shows that none is cut off. */
export function deskBackup(parts: Parts): DeskBackup {
  return { lines: () => linesOf(parts), takeIn: (text) => takeIn(parts, text) };
}

async function* linesOf({ desk, now, copy }: Parts): AsyncGenerator<string> {
  const head: z.infer<typeof zHead> = {
    shouyue: "backup",
    version: 1,
    desk,
    madeAt: new Date(now()).toISOString(),
  };
  yield JSON.stringify(head);
  let count = 0;
  for (let mark = 0; ;) {
    const changes = await copy.pendingChanges(mark, A_HELPING);
    const last = changes.at(-1);
    if (last === undefined) break;
    yield journalText(changes);
    count += changes.length;
    mark = last.deskSeq;
  }
  for await (const changes of copy.foreignChanges()) {
    if (changes.length === 0) continue;
    yield journalText(changes);
    count += changes.length;
  }
  const end: z.infer<typeof zEnd> = { end: count };
  yield JSON.stringify(end);
}

/** Nothing is written before the whole file was read: a backup that is cut off changes nothing. */
async function takeIn({ store, desk, source }: Parts, text: string): Promise<Result<number, BackupFailure>> {
  const read = readBackup(text);
  if (!read.ok) return read;
  const restorer = source();
  let taken = 0;
  try {
    // First, or a save meanwhile would be given a number that the backup knows.
    const own = read.value.filter((change) => change.desk === desk);
    const counters = new Map([["deskSeq", own.reduce((most, { deskSeq }) => Math.max(most, deskSeq), 0)]]);
    raiseCounters(counters, desk, own);
    await raiseTo(store, counters);
    for (let at = 0; at < read.value.length; at += A_HELPING) {
      const fresh = await unknownOf(store, read.value.slice(at, at + A_HELPING));
      if (fresh.length > 0) await restorer.applyPulled(fresh, await positionOf(store));
      taken += fresh.length;
    }
    return ok(taken);
  } catch (error) {
    return fail({ kind: "storeFailed", detail: String(error).slice(0, 200) });
  }
}

function readBackup(text: string): Result<Change[], BackupFailure> {
  const lines = text.split("\n").filter((line) => line !== "");
  try {
    if (!zHead.safeParse(JSON.parse(lines[0] ?? "")).success) return fail({ kind: "notABackup" });
  } catch {
    return fail({ kind: "notABackup" });
  }
  try {
    const { end } = zEnd.parse(JSON.parse(lines.at(-1) ?? ""));
    const changes = lines.slice(1, -1).flatMap(changesOfText);
    return changes.length === end ? ok(changes) : fail({ kind: "cutOff" });
  } catch {
    return fail({ kind: "cutOff" });
  }
}
