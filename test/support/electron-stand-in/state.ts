import type { EventEmitter } from "node:events";
import type { Cdp } from "./cdp.ts";

export interface About {
  readonly name: string;
  readonly version: string;
  readonly main: string;
  readonly folder: string;
  readonly switches: readonly string[];
}

/** A window's contents, as far as those who watch requests and targets need them. */
export interface Contents extends EventEmitter {
  readonly targetId: string | undefined;
  /** True once for an address that main itself asked for: nobody is asked about those. */
  takeExpected(address: string): boolean;
  askWindowOpen(address: string): "deny";
  gone(): void;
}

export type SchemeHandler = (request: Request) => Promise<Response> | Response;
export type BeforeRequest = (
  details: { readonly url: string; readonly resourceType: string },
  done: (answer: { readonly cancel?: boolean }) => void,
) => void;

/** One program, one Chromium: what its parts have in common. */
export const state = {
  about: undefined as About | undefined,
  cdp: undefined as Cdp | undefined,
  isReady: false,
  contentsByFrame: new Map<string, Contents>(),
  standardSchemes: new Set<string>(),
  handlerByScheme: new Map<string, SchemeHandler>(),
  beforeRequest: undefined as BeforeRequest | undefined,
};

export function about(): About {
  if (state.about === undefined) throw new Error("stand-in: not described yet");
  return state.about;
}

export function cdp(): Cdp {
  if (state.cdp === undefined) throw new Error("stand-in: used before the app is ready");
  return state.cdp;
}
