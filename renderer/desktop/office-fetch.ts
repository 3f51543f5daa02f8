import type { DesktopApi, Input } from "../../shared/desktop/contract.ts";

export interface OfficeCall {
  readonly method?: Input<"serviceCall">["method"];
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal?: AbortSignal;
}

/**
 * `fetch` to the office's service: the page's own origin in a browser, through the machine's door on a desktop, where
 * neither address nor token is the window's to know. Rejects where the service does not answer, as `fetch` does. On a
 * desktop what a call may say is closed: the content's type follows from the method, `content-range` is passed on.
 */
export async function officeFetch(path: string, call: OfficeCall = {}): Promise<Response> {
  if (window.desktop !== undefined) return throughTheDoor(window.desktop, path, call);
  const { body, ...rest } = call;
  return fetch(path, {
    ...rest,
    ...(body === undefined ? {} : { body: typeof body === "string" ? body : new Uint8Array(body) }),
  });
}

let lastCall = 0;
const NO_BODY = new Set([204, 205, 304]);

/** The same over any host: for tests too. */
export async function throughTheDoor(
  host: Pick<DesktopApi, "serviceCall" | "serviceRead" | "serviceAbort">,
  path: string,
  { method = "GET", headers = {}, body, signal }: OfficeCall,
): Promise<Response> {
  const call = ++lastCall;
  const giveUp = (): void => void host.serviceAbort({ call }).catch(() => undefined);
  refuseAborted(signal);
  signal?.addEventListener("abort", giveUp, { once: true });
  const answer = await host.serviceCall({
    call,
    method,
    path,
    body: body === undefined ? null : typeof body === "string" ? new TextEncoder().encode(body) : body,
    contentRange: headers["content-range"] ?? null,
  });
  // It may have been answered all the same; whoever gave up does not want to know.
  refuseAborted(signal);
  if (answer.outcome !== "answered") throw new TypeError(`service: ${answer.outcome}`);
  const { status, isEnd } = answer;
  const isEmpty = NO_BODY.has(status) || method === "HEAD";
  const content = isEmpty
    ? null
    : isEnd
      ? new Uint8Array(answer.body)
      : piecesOf(host, call, answer.body, signal);
  return new Response(content, { status, headers: new Headers(Object.entries(answer.headers)) });
}

function piecesOf(
  host: Pick<DesktopApi, "serviceRead" | "serviceAbort">,
  call: number,
  first: Uint8Array,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  let next: Uint8Array | undefined = first;
  return new ReadableStream({
    async pull(controller) {
      if (next !== undefined && next.byteLength > 0) {
        controller.enqueue(new Uint8Array(next));
        next = undefined;
        return;
      }
      const { body, isEnd, isBroken } = await host.serviceRead({ call });
      refuseAborted(signal);
      if (isBroken) throw new TypeError("service: broken off");
      if (body.byteLength > 0) controller.enqueue(new Uint8Array(body));
      if (isEnd) controller.close();
    },
    async cancel() {
      await host.serviceAbort({ call });
    },
  });
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw new DOMException("given up", "AbortError");
}
