const NAME = "shouyue-live";

/**
 * One window of this origin follows the service and tells the others: a browser allows a server six connections, and a
 * clerk opens ten windows. The lock passes to another when the window that has it is closed. Without Web Locks (a page
 * that is no secure context) nobody follows, and rounds come by the clock.
 */
export async function followInOneWindow(
  follow: (heard: (newest: number | undefined) => void, stopped: AbortSignal) => Promise<void>,
  heard: (newest: number | undefined) => void,
  stopped: AbortSignal,
): Promise<void> {
  // The types promise what plain http on an office network does not have.
  const locks = (navigator as { readonly locks?: LockManager }).locks;
  if (locks === undefined) return;
  const channel = new BroadcastChannel(NAME);
  channel.onmessage = ({ data }: MessageEvent<unknown>) => {
    if (typeof data === "number" || data === undefined) heard(data);
  };
  const tell = (newest: number | undefined): void => {
    channel.postMessage(newest);
    heard(newest);
  };
  try {
    await locks.request(NAME, { signal: stopped }, async () => follow(tell, stopped));
  } catch {
    // Stopped while it waited for its turn.
  } finally {
    channel.close();
  }
}
