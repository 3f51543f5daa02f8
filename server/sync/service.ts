import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { must } from "../../shared/lib/must.ts";
import { PROTOCOL, type Hello, type Push, type Pushed } from "../../shared/sync/wire.ts";
import type { Page, Store } from "../store/store.ts";
import { judgePush, type Refusal } from "./judge.ts";

/** What the service does with changes. No HTTP, no SQL. */
export interface SyncService {
  hello(): Promise<Hello>;
  push(push: Push): Promise<Result<Pushed, Refusal>>;
  /** Undefined when what comes next was compacted away: the desk takes a snapshot. */
  pull(after: number, limit: number): Promise<Page | undefined>;
}

/** One office a file for now. */
const TENANT = "office";

export function syncService(store: Store): SyncService {
  return {
    hello: async () => ({
      protocol: PROTOCOL,
      product: "shouyue",
      epoch: store.epoch,
      newest: await store.newest(TENANT),
      marks: await store.marks(TENANT),
    }),
    push: async ({ changes }) => {
      const { desk } = must(changes[0], "zPush lets no empty push through");
      const answer = await store.append({ tenant: TENANT, desk, changes, nowMs: Date.now() }, ({ mark }) => {
        const judged = judgePush(changes, mark);
        if ("refused" in judged) return judged;
        return { accepted: judged.changes, mark: judged.changes.at(-1)?.deskSeq ?? mark };
      });
      if ("refused" in answer) return fail(answer.refused);
      const { accepted, mark } = answer.judged;
      return ok({ mark, appended: accepted.length, newest: answer.newest });
    },
    pull: async (after, limit) => store.since(TENANT, after, limit),
  };
}
