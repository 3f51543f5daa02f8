import { EventEmitter } from "node:events";
import { z } from "zod";

const zMessage = z.object({
  id: z.number().optional(),
  method: z.string().optional(),
  params: z.unknown().optional(),
  result: z.unknown().optional(),
  error: z.object({ message: z.string() }).optional(),
  sessionId: z.string().optional(),
});

interface Waiting {
  readonly method: string;
  readonly resolve: (result: unknown) => void;
  readonly reject: (error: Error) => void;
}

/** Chromium's own protocol over one socket. Events are emitted by method name, with their session last. */
export class Cdp extends EventEmitter {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  #last = 0;

  private constructor(socket: WebSocket) {
    super();
    this.setMaxListeners(0);
    this.#socket = socket;
    socket.addEventListener("message", (event) => this.#hear(String(event.data)));
    socket.addEventListener("close", () => {
      for (const { reject, method } of this.#waiting.values())
        reject(new Error(`${method}: Chromium has gone`));
      this.#waiting.clear();
      this.emit("gone");
    });
  }

  static async connect(address: string): Promise<Cdp> {
    const socket = new WebSocket(address);
    await new Promise<void>((done, failed) => {
      socket.addEventListener("open", () => done());
      socket.addEventListener("error", () => failed(new Error(`no Chromium at ${address}`)));
    });
    return new Cdp(socket);
  }

  async send(method: string, params: object = {}, sessionId?: string): Promise<unknown> {
    const id = ++this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }

  /** Calls back for an event of one session, or of the browser when there is none. */
  hear<T>(method: string, schema: z.ZodType<T>, listener: (params: T) => void, sessionId?: string): void {
    this.on(method, (params: unknown, from: string | undefined) => {
      if (from === sessionId) listener(schema.parse(params));
    });
  }

  #hear(text: string): void {
    const message = zMessage.parse(JSON.parse(text));
    if (message.method !== undefined) this.emit(message.method, message.params, message.sessionId);
    const waiting = message.id === undefined ? undefined : this.#waiting.get(message.id);
    if (message.id === undefined || waiting === undefined) return;
    this.#waiting.delete(message.id);
    if (message.error === undefined) waiting.resolve(message.result);
    else waiting.reject(new Error(`${waiting.method}: ${message.error.message}`));
  }
}
