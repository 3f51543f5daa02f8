import type { ShownCertificate } from "../../shared/desktop/service-channels.ts";
import type { Judgement } from "./certificates.ts";

export interface WireCall {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array<ArrayBuffer>;
  readonly signal: AbortSignal;
}

/** The way to a service, with one judgement of certificates for its whole life. */
export interface Wire {
  fetch(address: string, call: WireCall): Promise<Response>;
  close(): void;
}

export type OpenWire = (judge: (certificate: ShownCertificate) => Judgement) => Wire;
