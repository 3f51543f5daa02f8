import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { must } from "../../shared/lib/must.ts";
import type { Change } from "../../shared/sync/change.ts";
import { PROTOCOL, type Hello, type Push, type Pushed } from "../../shared/sync/wire.ts";
import type { Page, SnapshotPage, SnapshotPlace, Store } from "../store/store.ts";
import { judgePush, type Refusal } from "./judge.ts";

/** What the service does with changes, each time for one tenant. No HTTP, no SQL. */
export interface SyncService {
  hello(tenant: string): Promise<Hello>;
  /** `refuses` says by a code why a change is not its author's to make. */
  push(
    tenant: string,
    push: Push,
    refuses: (change: Change, isHeld: boolean) => string | undefined,
  ): Promise<Result<Pushed, Refusal>>;
  /**
   * Undefined when what comes next was compacted away: the desk takes a snapshot. A desk that says who it is has
   * taken in everything up to `after`.
   */
  pull(tenant: string, after: number, limit: number, desk: string | undefined): Promise<Page | undefined>;
  snapshot(tenant: string, from: SnapshotPlace | undefined, limit: number): Promise<SnapshotPage>;
}

export function syncService(store: Store, nowMs: () => number): SyncService {
  const remembered = new Map<string, number>();
  return {
    hello: async (tenant) => ({
      protocol: PROTOCOL,
      product: "shouyue",
      epoch: store.epoch,
      newest: await store.newest(tenant),
      marks: await store.marks(tenant),
    }),
    push: async (tenant, { changes }, refuses) => {
      const { desk } = must(changes[0], "zPush lets no empty push through");
      const odd = changes.find(
        ({ type, recordId }) => !isPlain(desk) || !isPlain(type) || !isPlain(recordId),
      );
      if (odd !== undefined) return fail({ kind: "badChange", id: odd.id });
      const answer = await store.append({ tenant, desk, changes, nowMs: nowMs() }, ({ mark, held }) => {
        const judged = judgePush(changes, mark);
        if ("refused" in judged) return judged;
        for (const change of judged.changes) {
          const code = refuses(change, held(change.type, change.recordId) !== undefined);
          if (code !== undefined) return { refused: { kind: "notAllowed" as const, id: change.id, code } };
        }
        return { accepted: judged.changes, mark: judged.changes.at(-1)?.deskSeq ?? mark };
      });
      if ("refused" in answer) return fail(answer.refused);
      const { accepted, mark } = answer.judged;
      return ok({ mark, appended: accepted.length, newest: answer.newest });
    },
    pull: async (tenant, after, limit, desk) => {
      const key = `${tenant} ${desk ?? ""}`;
      if (desk !== undefined && remembered.get(key) !== after) {
        await store.remember(tenant, desk, after, nowMs());
        remembered.set(key, after);
      }
      return store.since(tenant, after, limit);
    },
    snapshot: async (tenant, from, limit) => store.snapshotPage(tenant, from, limit),
  };
}

/** Keys of the tables: no control characters and no halves of a letter, which databases keep differently. */
function isPlain(key: string): boolean {
  // eslint-disable-next-line no-control-regex -- these are what is looked for
  return key.isWellFormed() && !/[\u0000-\u001f\u007f]/.test(key);
}
