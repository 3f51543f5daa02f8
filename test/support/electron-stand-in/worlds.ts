import { fromPlain, toPlain } from "./plain.ts";

/** The name of the isolated world, as Electron calls it. */
export const WORLD = "Electron Isolated Context";
/** What the isolated world calls to reach the main process; a binding that only that world has. */
export const ASK = "__standInAsk";
/** What the main process calls in the isolated world with an answer. */
export const ANSWER = "__standInAnswer";

/**
 * The two scripts that run before a page's own, in this order: the bridge's end in the page's world, then the
 * built preload in an isolated one. They share a DOM and no objects: what crosses is cloned by the browser.
 */
export function worldScripts(
  preload: string,
  token: string,
): { readonly page: string; readonly isolated: string } {
  return {
    page: `(${String(pageWorld)})(${JSON.stringify(token)})`,
    isolated: `(() => { ${String(toPlain)}; ${String(fromPlain)};
(${String(isolatedWorld)})(${JSON.stringify([token, ASK, ANSWER])}, toPlain, fromPlain,
function (require, module, exports) { ${preload}
}) })()`,
  };
}

/** Runs in the page's world, as source text: nothing from outside may be used. */
function pageWorld(token: string): void {
  if (window !== window.top) return;
  // Taken now: a page may change these for itself, and must not change the bridge.
  const listen = document.addEventListener.bind(document) as (
    type: string,
    l: (event: Event) => void,
  ) => void;
  const dispatch = document.dispatchEvent.bind(document);
  const waiting = new Map<number, { resolve: (v: unknown) => void; reject: (e: Error) => void }>();
  let last = 0;

  function deepFreeze(value: unknown): unknown {
    if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) {
      for (const part of Object.values(value)) deepFreeze(part);
      Object.freeze(value);
    }
    return value;
  }
  function functionOf(name: string): (...args: unknown[]) => Promise<unknown> {
    return (...args) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        waiting.set(id, { resolve, reject });
        dispatch(new CustomEvent(`${token}:call`, { detail: structuredClone({ id, name, args }) }));
      });
  }
  listen(`${token}:expose`, (event) => {
    const { key, names } = (event as CustomEvent<{ key: string; names: string[] }>).detail;
    const api = Object.fromEntries(names.map((name) => [name, functionOf(name)]));
    Object.defineProperty(window, key, { value: Object.freeze(api), enumerable: true });
  });
  listen(`${token}:settle`, (event) => {
    const { id, value, error } = (event as CustomEvent<{ id: number; value: unknown; error?: string }>)
      .detail;
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    // Of an error, Electron's bridge keeps the message.
    if (error === undefined) resolve?.(deepFreeze(value));
    else reject?.(new Error(error));
  });
}

/** Runs in the isolated world, as source text, with the built preload as its last argument. */
function isolatedWorld(
  [token, ask, answer]: [string, string, string],
  toPlain: (value: unknown) => unknown,
  fromPlain: (plain: unknown) => unknown,
  preload: (require: (name: string) => unknown, module: { exports: object }, exports: object) => void,
): void {
  if (window !== window.top) return;
  const world = globalThis as unknown as Record<string, (text: string) => void>;
  const waiting = new Map<number, { resolve: (v: unknown) => void; reject: (e: Error) => void }>();
  const exposed: Record<string, unknown> = {};
  let last = 0;

  function refusing(name: string, implemented: object): object {
    return new Proxy(implemented, {
      get(target, key) {
        if (!(key in target)) throw new Error(`stand-in: ${name}.${String(key)} is not implemented`);
        return Reflect.get(target, key) as unknown;
      },
    });
  }
  const ipcRenderer = refusing("ipcRenderer", {
    invoke: (channel: string, ...args: unknown[]) =>
      new Promise((resolve, reject) => {
        const id = ++last;
        const text = JSON.stringify({ id, channel, args: toPlain(args) });
        waiting.set(id, { resolve, reject });
        world[ask]?.(text);
      }),
  });
  const contextBridge = refusing("contextBridge", {
    exposeInMainWorld(key: string, api: Record<string, unknown>) {
      for (const [name, part] of Object.entries(api)) {
        if (typeof part !== "function") throw new Error(`stand-in: exposing ${name}, which is no function`);
        exposed[name] = part;
      }
      document.dispatchEvent(
        new CustomEvent(`${token}:expose`, { detail: { key, names: Object.keys(api) } }),
      );
    },
  });
  world[answer] = (text) => {
    const { id, value, error } = JSON.parse(text) as { id: number; value: unknown; error?: string };
    const { resolve, reject } = waiting.get(id) ?? {};
    waiting.delete(id);
    if (error === undefined) resolve?.(fromPlain(value));
    else reject?.(new Error(error));
  };
  document.addEventListener(`${token}:call`, (event) => {
    const { id, name, args } = (event as CustomEvent<{ id: number; name: string; args: unknown[] }>).detail;
    const settle = (detail: object): void =>
      void document.dispatchEvent(new CustomEvent(`${token}:settle`, { detail }));
    const run = async (): Promise<unknown> =>
      (exposed[name] as (...args: unknown[]) => Promise<unknown>)(...args);
    void run().then(
      (value) => settle({ id, value }),
      (error: unknown) => settle({ id, error: error instanceof Error ? error.message : "thrown" }),
    );
  });
  const module = { exports: {} };
  preload(
    (name) => {
      // A sandboxed preload may load this one module and nothing of Node.
      if (name === "electron") return refusing("electron (preload)", { contextBridge, ipcRenderer });
      throw new Error(`module not found: ${name}`);
    },
    module,
    module.exports,
  );
}
