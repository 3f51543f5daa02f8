import type { Table, TableHead } from "../../../shared/import/types.ts";
import type { SheetAnswered, SheetAsked, SheetFormat } from "./sheet-job.ts";

/** Rows that cross to the worker at once: few enough that the window's thread is free again within a frame or two. */
export const ROWS_AT_ONCE = 500;

/** The part of a Worker that is needed: tests hand in their own. */
export interface SheetPort {
  postMessage: (message: SheetAsked) => void;
  terminate: () => void;
  onmessage: ((event: MessageEvent<SheetAnswered>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
}

interface SheetOptions {
  /** Ends the worker at once, whatever it is doing. */
  readonly signal?: AbortSignal | undefined;
  /** Rows written so far. */
  readonly onRows?: ((rows: number) => void) | undefined;
  readonly port?: SheetPort;
}

/**
 * A table as a file, written in a worker a page at a time: a page is asked of `pages` only when the one before it
 * is written, so that neither side ever holds more rows than one page has. Undefined when `signal` stopped it.
 * Throws when a page cannot be had or a sheet has no room for it: over 1,048,575 rows in an `.xlsx`.
 */
export async function writeSheet(
  format: SheetFormat,
  head: TableHead,
  pages: AsyncIterable<Table["rows"]> | Iterable<Table["rows"]>,
  { signal, onRows, port = startWorker() }: SheetOptions = {},
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  try {
    await ask(port, { kind: "begin", format, head }, signal);
    let written = 0;
    for await (const rows of pages) {
      if (signal?.aborted === true) return undefined;
      await ask(port, { kind: "rows", rows }, signal);
      written += rows.length;
      onRows?.(written);
    }
    const answer = await ask(port, { kind: "end" }, signal);
    return answer?.kind === "file" ? answer.bytes : undefined;
  } finally {
    port.terminate();
  }
}

/** A table that is in memory already, in pages. */
export function* pagesOf({ rows }: Table): Generator<Table["rows"], void> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE);
}

/** The answer, or undefined when it is no longer wanted. */
function ask(
  port: SheetPort,
  asked: SheetAsked,
  signal: AbortSignal | undefined,
): Promise<SheetAnswered | undefined> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(undefined);
    if (signal?.aborted === true) {
      stop();
      return;
    }
    signal?.addEventListener("abort", stop, { once: true });
    port.onmessage = ({ data }) => {
      signal?.removeEventListener("abort", stop);
      if (data.kind === "failed") reject(new Error(data.detail));
      else resolve(data);
    };
    port.onerror = ({ message }) => reject(new Error(message));
    port.postMessage(asked);
  });
}

function startWorker(): SheetPort {
  return new Worker(new URL("./sheet.worker.ts", import.meta.url), { type: "module" });
}
