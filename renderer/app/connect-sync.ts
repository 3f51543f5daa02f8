import { useSyncStatus } from "../state/sync-status.ts";
import { oneWindowAtATime } from "../sync/one-window.ts";
import type { SyncSource } from "../sync/source.ts";
import { startSync } from "../sync/start-sync.ts";

/** Keeps the office's service in step, where this window came from one. The desktop edition has none yet. */
export function connectSync(source: SyncSource): void {
  if (!window.location.protocol.startsWith("http")) return;
  const sync = startSync(source, (path, init) => fetch(path, init), { exclusively: oneWindowAtATime });
  useSyncStatus.setState(sync.status());
  sync.onStatus((status) => useSyncStatus.setState(status));
}
