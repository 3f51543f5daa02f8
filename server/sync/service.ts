import { fail, ok, type Result } from "../../shared/lib/result.ts";
import type { Change } from "../../shared/sync/change.ts";
import type { Folded } from "../../shared/sync/fold.ts";
import type { PushRefusal } from "../../shared/sync/judge.ts";
import { SPOKEN, type Hello, type Pushed, type Refusals } from "../../shared/sync/wire.ts";
import type { Page, Store } from "../store/store.ts";
import { acceptPush } from "./accept-push.ts";

/** What the service does with changes, each time for one tenant. No HTTP, no SQL. */
export interface SyncService {
  hello(tenant: string): Promise<Hello>;
  /**
   * `changes` are what came off the wire, unchecked; `refuses` says by a code why a change is not its author's to
   * make. Give it changes in their order.
   */
  push(
    tenant: string,
    desk: string,
    changes: readonly unknown[],
    refuses: (change: Change, isHeld: boolean, before: Folded | undefined) => string | undefined,
  ): Promise<Result<Pushed, PushRefusal>>;
  /** Of this desk's changes above `after`, those that were refused, in order, a thousand at a time. */
  refusals(tenant: string, desk: string, after: number): Promise<Refusals>;
  pull(tenant: string, after: number, limit: number): Promise<Page>;
}

const REFUSALS = 1000;

export function syncService(store: Store, nowMs: () => number): SyncService {
  return {
    hello: async (tenant) => {
      // Before the newest sequence: whatever they count then lies below it.
      const marks = await store.marks(tenant);
      return {
        protocols: [...SPOKEN],
        product: "shouyue",
        epoch: store.epoch,
        marks,
        newest: await store.newest(tenant),
        serverTime: new Date(nowMs()).toISOString(),
      };
    },
    push: async (tenant, desk, changes, refuses) => {
      const judged = await acceptPush(store, { tenant, desk, pushed: changes, nowMs: nowMs(), refuses });
      if (!judged.ok) return fail(judged.failure);
      const { accepted, verdicts, mark, newest } = judged.value;
      return ok({ mark, verdicts: [...verdicts], appended: accepted.length, newest });
    },
    refusals: async (tenant, desk, after) => {
      const refused = await store.refusals(tenant, desk, after, REFUSALS);
      return { refused: [...refused], more: refused.length === REFUSALS };
    },
    pull: async (tenant, after, limit) => store.since(tenant, after, limit),
  };
}
