/** At most so much of an answer crosses the door at once. */
const PIECE = 4 * 1024 * 1024;
/** Nobody reads on for so long: the window has gone, or thought better of it. */
const UNREAD_MS = 120_000;
/** More than a window ever has open; beyond it the oldest is given up. */
const MOST = 32;

export interface Piece {
  readonly body: Uint8Array;
  readonly isEnd: boolean;
}

interface Open {
  readonly given: AbortController;
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  /** A live answer is handed on as it comes; any other is gathered. */
  isLive: boolean;
  timer: ReturnType<typeof setTimeout> | undefined;
}

/** Answers that are on their way to the window in pieces, by the window's number. */
export class Answers {
  readonly #open = new Map<number, Open>();

  /** A call begins; what is given is aborted with it. */
  begin(call: number): AbortSignal {
    this.abort(call);
    const oldest = this.#open.size < MOST ? undefined : this.#open.keys().next().value;
    if (oldest !== undefined) this.abort(oldest);
    const given = new AbortController();
    this.#open.set(call, { given, reader: undefined, isLive: false, timer: undefined });
    return given.signal;
  }

  /** The first piece of an answer: of a live one nothing yet, so that its head is told at once. */
  async first(call: number, answer: Response): Promise<Piece> {
    const open = this.#open.get(call);
    if (open === undefined) throw new Error("given up");
    open.reader = answer.body?.getReader() as Open["reader"];
    open.isLive = answer.headers.get("content-type")?.startsWith("text/event-stream") === true;
    if (!open.isLive) return this.next(call);
    this.#wait(call, open);
    return { body: new Uint8Array(), isEnd: false };
  }

  /** Rejects where the connection broke. */
  async next(call: number): Promise<Piece> {
    const open = this.#open.get(call);
    if (open === undefined) throw new Error("given up");
    clearTimeout(open.timer);
    try {
      const piece = await gather(open);
      if (piece.isEnd) this.#open.delete(call);
      else this.#wait(call, open);
      return piece;
    } catch (error) {
      this.abort(call);
      throw error;
    }
  }

  abort(call: number): void {
    const open = this.#open.get(call);
    if (open === undefined) return;
    this.#open.delete(call);
    clearTimeout(open.timer);
    open.given.abort();
  }

  abortAll(): void {
    for (const call of [...this.#open.keys()]) this.abort(call);
  }

  #wait(call: number, open: Open): void {
    open.timer = setTimeout(() => this.abort(call), UNREAD_MS);
    open.timer.unref();
  }
}

async function gather({ reader, isLive }: Open): Promise<Piece> {
  const parts: Uint8Array[] = [];
  let size = 0;
  let isEnd = reader === undefined;
  while (reader !== undefined && !isEnd && size < PIECE && !(isLive && size > 0)) {
    const { done, value } = await reader.read();
    if (done) isEnd = true;
    else {
      parts.push(value);
      size += value.byteLength;
    }
  }
  const body = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    body.set(part, at);
    at += part.byteLength;
  }
  return { body, isEnd };
}
