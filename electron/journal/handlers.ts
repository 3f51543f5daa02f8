import { join } from "node:path";
import type { Channel } from "../../shared/desktop/contract.ts";
import type { Result } from "../../shared/lib/result.ts";
import type { Handler } from "../ipc/answer.ts";
import { Failed } from "../ipc/failed.ts";
import { BlobCopies } from "./blob-copies.ts";
import { Journal, type JournalFailure, type JournalOptions } from "./journal.ts";

type JournalHandlers = { readonly [C in Channel & `journal${string}`]: Handler<C> };

/**
 * The journal in a folder, channel by channel. Opened by the first question; a folder that could not be opened is
 * tried again at the next one, since a disk may have come back or another process may have ended.
 */
export function journalHandlers(
  folder: string,
  options: JournalOptions = {},
): { readonly channels: JournalHandlers; readonly close: () => Promise<void> } {
  let opened: Promise<Result<Journal, JournalFailure>> | undefined;
  const journal = async (): Promise<Journal> => {
    opened ??= Journal.open(folder, options);
    const result = await opened;
    if (!result.ok) opened = undefined;
    return valueOf(result);
  };
  const blobs = new BlobCopies(join(folder, "attachments"));
  const channels: JournalHandlers = {
    journalState: async ({ at }) => {
      const { trouble, ...state } = valueOf(await (await journal()).state(at));
      return { ...state, trouble: [...trouble] };
    },
    journalAppend: async ({ entries }) => valueOf(await (await journal()).append(entries)),
    journalRead: async ({ after, maxChars }) => {
      const { entries, isEnd } = valueOf(await (await journal()).read(after, maxChars));
      return { entries: entries.map(({ entry, text }) => ({ entry, text })), isEnd };
    },
    journalSnapshot: async () => {
      valueOf(await (await journal()).snapshot());
      return {};
    },
    journalVerify: async () => {
      const damaged = [...valueOf(await (await journal()).verify())];
      const lost = (await blobs.verify()).map((name) => ({ file: `attachments/${name}`, at: 0, bytes: 0 }));
      return { damaged: [...damaged, ...lost] };
    },
    // After the journal was opened: then no other process holds the folder.
    journalHasBlobs: async ({ sha256s }) => {
      await journal();
      return { held: await blobs.held(sha256s) };
    },
    journalKeepBlob: async ({ sha256, bytes }) => {
      await journal();
      await blobs.keep(sha256, bytes);
      return {};
    },
    journalReadBlob: async ({ sha256 }) => {
      await journal();
      return { bytes: (await blobs.read(sha256)) ?? null };
    },
  };
  const close = async (): Promise<void> => {
    const result = await opened;
    if (result?.ok === true) await result.value.close();
  };
  return { channels, close };
}

/** At the door a failure is thrown: it crosses as its code alone, and what nobody foresaw is logged. */
function valueOf<T>(result: Result<T, JournalFailure>): T {
  if (result.ok) return result.value;
  const { kind, error } = result.failure;
  throw kind === "internal" && error instanceof Error ? error : new Failed(kind);
}
