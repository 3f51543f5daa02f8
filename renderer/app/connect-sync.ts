import type { Desk } from "../db/desk.ts";
import { desktop } from "../desktop/index.ts";
import { officeFetch } from "../desktop/office-fetch.ts";
import { useMe } from "../screens/people/use-me.ts";
import { voucherOf } from "../screens/people/voucher.ts";
import { relayMoved } from "../state/relay-turn.ts";
import { hurriesBy, useSyncStatus } from "../state/sync-status.ts";
import { clockOffset } from "../sync/clock-offset.ts";
import { syncBlobs, type BlobFetch } from "../sync/blob-sync.ts";
import { oneWindowAtATime } from "../sync/one-window.ts";
import { followLive, type LiveFetch } from "../sync/live.ts";
import { followInOneWindow } from "../sync/live-windows.ts";
import { relayOnce } from "../sync/relay.ts";
import { serviceClient, type FetchLike } from "../sync/service-client.ts";
import type { SyncSource } from "../sync/source.ts";
import { startSync } from "../sync/start-sync.ts";
import { untilServed } from "./served.ts";

/** Keeps the office's service in step, where this window came from one. On a desktop, once it has one. */
export async function connectSync(desk: Desk, source: SyncSource): Promise<void> {
  const { edition } = await desktop().appInfo({});
  if (edition === "desktop") await untilServed();
  const fetchLive: LiveFetch = async (path, { signal }) => officeFetch(path, { signal });
  const cursor = async (): Promise<number> => (await source.position())?.cursor ?? 0;
  const sync = startSync(source, fetchAndCompareClocks, {
    exclusively: oneWindowAtATime,
    follow: async (heard, stopped) =>
      followInOneWindow(
        async (tell, ended) => followLive({ fetchLive, cursor, heard: tell, random: Math.random }, ended),
        heard,
        stopped,
      ),
  });
  hurriesBy(() => sync.now());
  // Nobody waits half a minute for a network that is back, or looks at yesterday's list in the morning.
  window.addEventListener("online", () => sync.now());
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") sync.now();
  });
  // Before somebody signed in, the service refused to say anything.
  useMe.subscribe(({ me }, { me: before }) => {
    if (me?.person !== undefined && me.person.id !== before?.person?.id) sync.now();
  });
  useSyncStatus.setState(sync.status());
  const sendBlobs = blobRounds(desk);
  const handOn = relayRounds(desk);
  sync.onStatus((status) => {
    useSyncStatus.setState(status);
    if (status.state !== "upToDate") return;
    sendBlobs();
    handOn();
  });
}

/**
 * What came by file from another network goes on to the service once somebody stands for it who may: on a single seat
 * whoever sits there, in an office with people a director who is signed in here.
 */
function relayRounds(desk: Desk): () => void {
  let running = false;
  return () => {
    const { me } = useMe.getState();
    if (running || me === undefined) return;
    running = true;
    const by = voucherOf(me);
    const service = serviceClient(fetchAndCompareClocks, new AbortController().signal);
    void relayOnce(desk.archive.relay, service, by, relayMoved)
      .then((refusal) => {
        // Refused, it is not tried again before the next start; a service that was put back says where to go on.
        running = refusal !== undefined && refusal !== "gap";
        if (running) relayMoved(refusal);
      })
      .catch(() => (running = false));
  };
}

/** One round of attachments at a time, each after the records that speak of them have gone. */
function blobRounds(desk: Desk): () => void {
  const settled = new Set<string>();
  let running = false;
  return () => {
    if (running) return;
    running = true;
    const source = {
      referenced: async () => (await desk.all("attachment")).map(({ data }) => data.sha256),
      get: (sha256: string) => desk.getBlob(sha256),
      put: (bytes: Uint8Array) => desk.putBlob(bytes),
    };
    void syncBlobs(source, fetchBlob, settled).finally(() => {
      running = false;
    });
  };
}

/** Every answer of the service also says what time it is there (clocks R14). */
const fetchAndCompareClocks: FetchLike = async (path, init) => {
  const askedMs = Date.now();
  const answer = await officeFetch(path, init);
  const offset = clockOffset(answer.headers.get("date"), askedMs, Date.now());
  if (offset !== undefined) useSyncStatus.setState({ clockOffsetMs: offset });
  return answer;
};

const fetchBlob: BlobFetch = async (path, { method, body }) => {
  const answer = await officeFetch(path, {
    method,
    ...(body === undefined ? {} : { body, headers: { "content-type": "application/octet-stream" } }),
  });
  return { status: answer.status, bytes: async () => new Uint8Array(await answer.arrayBuffer()) };
};
