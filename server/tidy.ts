import type { Blobs } from "./store/blobs.ts";
import type { Store } from "./store/store.ts";
import { POLICY } from "./sync/attachments.ts";

const DAY_MS = 24 * 3_600_000;

/** What is done now and then: pieces that nobody goes on with, and changes that every desk has long had. */
export async function tidy(
  store: Store,
  blobs: Blobs,
  retentionDays: number | undefined,
  nowMs: number,
): Promise<void> {
  for (const tenant of await store.tenants()) {
    await blobs.forgetPieces(tenant, nowMs - POLICY.unfinishedDays * DAY_MS);
    if (retentionDays !== undefined) await store.compact(tenant, nowMs - retentionDays * DAY_MS);
  }
}
