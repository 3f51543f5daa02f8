import { z } from "zod";
import { fromBrowser } from "./scheme.ts";
import { cdp, state, type Contents } from "./state.ts";

const zPaused = z.object({
  requestId: z.string(),
  frameId: z.string(),
  resourceType: z.string(),
  redirectedRequestId: z.string().optional(),
  request: z.object({
    url: z.string(),
    method: z.string(),
    headers: z.record(z.string(), z.string()),
  }),
});
type Paused = z.infer<typeof zPaused>;

/** Every request of every window and worker stops here and is answered as main says, or not at all. */
export async function interceptRequests(): Promise<void> {
  const browser = cdp();
  browser.hear("Fetch.requestPaused", zPaused, (paused) => {
    void answer(paused).catch(async () => refuse(paused, "Aborted").catch(() => undefined));
  });
  await browser.send("Fetch.enable", { patterns: [{ urlPattern: "*" }] });
}

async function answer(paused: Paused): Promise<void> {
  const address = fromBrowser(paused.request.url);
  const contents = state.contentsByFrame.get(paused.frameId);
  // Of a window that nobody allowed, whose own frame has its target's name.
  if (contents === undefined) {
    await refuse(paused, "BlockedByClient");
    return closeTarget(paused.frameId);
  }
  if (paused.resourceType === "Document" && !isAgreed(paused, contents, address)) {
    return refuse(paused, "Aborted");
  }
  if (await isCancelled(paused, address)) return refuse(paused, "BlockedByClient");
  const handler = state.handlerByScheme.get(new URL(address).protocol.replace(":", ""));
  if (handler === undefined) return refuse(paused, "NameNotResolved");
  const { method, headers } = paused.request;
  await fulfil(paused, await handler(new Request(address, { method, headers })));
}

/** Closes a window, unless it is gone already. */
export async function closeTarget(targetId: string): Promise<void> {
  await cdp()
    .send("Target.closeTarget", { targetId })
    .catch(() => undefined);
}

/** Asks main about a navigation that the page wants; what main itself loads nobody is asked about. */
function isAgreed(paused: Paused, contents: Contents, address: string): boolean {
  const isMainFrame = paused.frameId === contents.targetId;
  if (isMainFrame && contents.takeExpected(address)) return true;
  let isPrevented = false;
  const event = { url: address, isMainFrame, preventDefault: () => (isPrevented = true) };
  if (paused.redirectedRequestId !== undefined) contents.emit("will-redirect", event);
  else {
    contents.emit("will-frame-navigate", event);
    if (isMainFrame) contents.emit("will-navigate", event);
  }
  return !isPrevented;
}

async function isCancelled(paused: Paused, url: string): Promise<boolean> {
  const ask = state.beforeRequest;
  if (ask === undefined) return false;
  return new Promise((done) =>
    ask({ url, resourceType: paused.resourceType }, ({ cancel }) => done(cancel === true)),
  );
}

async function fulfil({ requestId }: Paused, response: Response): Promise<void> {
  const body = Buffer.from(await response.arrayBuffer()).toString("base64");
  const responseHeaders = [...response.headers].map(([name, value]) => ({ name, value }));
  await cdp().send("Fetch.fulfillRequest", {
    requestId,
    responseCode: response.status,
    responseHeaders,
    body,
  });
}

async function refuse({ requestId }: Paused, errorReason: string): Promise<void> {
  await cdp().send("Fetch.failRequest", { requestId, errorReason });
}
