import { fail, ok, type Result } from "../../shared/lib/result.ts";
import { must } from "../../shared/lib/must.ts";
import { PROTOCOL, type Hello, type Push, type Pushed } from "../../shared/sync/wire.ts";
import type { Page, Store } from "../store/store.ts";
import { judgePush, type Refusal } from "./judge.ts";

/** What the service does with changes. No HTTP, no SQL. */
export interface SyncService {
  hello(): Promise<Hello>;
  push(push: Push): Promise<Result<Pushed, Refusal>>;
  pull(after: number, limit: number): Promise<Page>;
}

export function syncService(store: Store): SyncService {
  return {
    hello: async () => ({
      protocol: PROTOCOL,
      product: "shouyue",
      epoch: store.epoch,
      newest: await store.newest(),
      marks: await store.marks(),
    }),
    push: async ({ changes }) => {
      const { desk } = must(changes[0], "zPush lets no empty push through");
      const answer = await store.append(desk, (mark) => judgePush(changes, mark));
      return "refused" in answer ? fail(answer.refused) : ok(answer);
    },
    pull: async (after, limit) => store.since(after, limit),
  };
}
