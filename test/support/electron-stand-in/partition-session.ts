import { request as httpRequest, type ClientRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { Readable } from "node:stream";
import { connect, type TLSSocket } from "node:tls";
import { createHash, type X509Certificate } from "node:crypto";
import { state } from "./state.ts";
import { allowOnly, notImplemented } from "./strict.ts";

interface VerifyRequest {
  readonly hostname: string;
  readonly certificate: object;
  readonly verificationResult: string;
  readonly errorCode: number;
}
type VerifyProc = (request: VerifyRequest, done: (verdict: number) => void) => void;

interface FetchInit {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly signal?: AbortSignal;
  readonly redirect?: string;
  readonly credentials?: string;
}

const NO_BODY = new Set([204, 205, 304]);

/** A session without windows: what of Chromium's network stack a program's own calls need, over Node's. */
export class PartitionSession {
  #verify: VerifyProc | undefined;
  /** Chromium asks once about a certificate, and remembers. */
  readonly #verdicts = new Map<string, number>();
  readonly #calls = new Set<ClientRequest>();

  setCertificateVerifyProc(proc: VerifyProc | null): void {
    this.#verify = proc ?? undefined;
  }

  async closeAllConnections(): Promise<void> {
    for (const call of this.#calls) call.destroy(new Error("net::ERR_ABORTED"));
    return Promise.resolve();
  }

  async fetch(address: string, init: FetchInit = {}): Promise<Response> {
    allowOnly("fetch", init, ["method", "headers", "body", "signal", "redirect", "credentials"]);
    if (init.credentials !== "omit") throw notImplemented("fetch with cookies");
    if (init.redirect !== "error") throw notImplemented("fetch that follows redirects");
    const { protocol } = new URL(address);
    const socket = protocol === "https:" ? await this.#shakeHands(new URL(address)) : undefined;
    return this.#send(address, init, socket);
  }

  async #send(address: string, init: FetchInit, socket: TLSSocket | undefined): Promise<Response> {
    const { signal, body } = init;
    const { promise, resolve, reject } = Promise.withResolvers<Response>();
    const options = {
      method: init.method ?? "GET",
      headers: { ...init.headers, ...(body === undefined ? {} : { "content-length": body.byteLength }) },
      // An agent would open a connection of its own.
      ...(socket === undefined ? { agent: false } : { createConnection: () => socket }),
      ...(signal === undefined ? {} : { signal }),
    };
    const take = (answer: IncomingMessage): void => {
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status < 400 && answer.headers.location !== undefined) {
        call.destroy();
        reject(new TypeError("net::ERR_FAILED"));
        return;
      }
      const isEmpty = NO_BODY.has(status) || options.method === "HEAD";
      const content = isEmpty ? null : (Readable.toWeb(answer) as ReadableStream);
      if (isEmpty) answer.resume();
      resolve(new Response(content, { status, headers: headersOf(answer) }));
    };
    const call =
      socket === undefined ? httpRequest(address, options, take) : httpsRequest(address, options, take);
    this.#calls.add(call);
    call.on("close", () => this.#calls.delete(call));
    call.on("error", () => reject(new TypeError("net::ERR_CONNECTION_REFUSED")));
    call.end(body);
    return promise;
  }

  /** The handshake, and the program's say about what was presented, before a byte of the call is sent. */
  async #shakeHands({ hostname, port }: URL): Promise<TLSSocket> {
    const host = hostname.replace(/^\[|\]$/g, "");
    const socket = connect({
      host,
      port: Number(port === "" ? 443 : port),
      rejectUnauthorized: false,
      ...(/^[\d.:]+$/.test(host) ? {} : { servername: host }),
      ALPNProtocols: ["http/1.1"],
    });
    const { promise, resolve, reject } = Promise.withResolvers<undefined>();
    socket.once("secureConnect", () => resolve(undefined));
    socket.once("error", () => reject(new TypeError("net::ERR_CONNECTION_REFUSED")));
    await promise;
    const peer = socket.getPeerX509Certificate();
    if (peer === undefined) throw new TypeError("net::ERR_SSL_PROTOCOL_ERROR");
    const errorCode = errorOf(socket, peer, host);
    const verdict = await this.#verdictOn(peer, host, errorCode);
    if (verdict === 0 || (verdict === -3 && errorCode === 0)) return socket;
    socket.destroy();
    throw new TypeError(verdict === -3 ? "net::ERR_CERT_AUTHORITY_INVALID" : "net::ERR_FAILED");
  }

  async #verdictOn(peer: X509Certificate, hostname: string, errorCode: number): Promise<number> {
    const verify = this.#verify;
    if (verify === undefined) return -3;
    const known = this.#verdicts.get(`${hostname} ${peer.fingerprint256}`);
    if (known !== undefined) return known;
    const verificationResult = errorCode === 0 ? "net::OK" : `net error ${errorCode}`;
    const asked = { hostname, certificate: certificateOf(peer), verificationResult, errorCode };
    const verdict = await new Promise<number>((done) => verify(asked, done));
    this.#verdicts.set(`${hostname} ${peer.fingerprint256}`, verdict);
    return verdict;
  }
}

const partitions = new Map<string, PartitionSession>();

/** Kept in memory alone, as a name without `persist:` asks for. */
export function fromPartition(partition: string, options: { readonly cache: boolean }): PartitionSession {
  if (!state.isReady) throw new Error("Session can only be received when app is ready");
  if (partition === "" || partition.startsWith("persist:")) throw notImplemented(`session ${partition}`);
  if (options.cache) throw notImplemented("a session with a cache");
  const known = partitions.get(partition) ?? new PartitionSession();
  partitions.set(partition, known);
  return known;
}

/** Chromium's codes for what Node says. */
function errorOf(socket: TLSSocket, peer: X509Certificate, host: string): number {
  const isNamed = peer.checkHost(host) !== undefined || peer.checkIP(host) !== undefined;
  const said = String(socket.authorizationError);
  if (/EXPIRED|NOT_YET/.test(said)) return -201;
  if (/REVOKED/.test(said)) return -206;
  if (!socket.authorized && !/ALTNAME/.test(said)) return -202;
  return isNamed ? 0 : -200;
}

function certificateOf(peer: X509Certificate): object {
  const nameOf = (text: string): string => /^CN=(.*)$/m.exec(text)?.[1] ?? "";
  return {
    data: peer.toString(),
    fingerprint: `sha256/${createHash("sha256").update(peer.raw).digest("base64")}`,
    subjectName: nameOf(peer.subject),
    issuerName: nameOf(peer.issuer),
    serialNumber: peer.serialNumber,
    validStart: Date.parse(peer.validFrom) / 1000,
    validExpiry: Date.parse(peer.validTo) / 1000,
  };
}

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at < rawHeaders.length; at += 2)
    headers.append(rawHeaders[at] ?? "", rawHeaders[at + 1] ?? "");
  return headers;
}
