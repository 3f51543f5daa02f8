import { failureCodeOf, type FailureCode } from "../../shared/desktop/failure.ts";
import type { Output } from "../../shared/desktop/contract.ts";
import type { Change } from "../../shared/sync/change.ts";
import { adoptDesk, keepEnd, restoreFromJournal } from "./journal-agree.ts";
import { SecondCopy, type CopySource } from "./journal-copy.ts";
import { blobDigest } from "./blob-digest.ts";
import type { JournalPort, SecondCopyStatus } from "./journal.ts";
import { readMeta } from "./meta.ts";
import type { Pages } from "./pages.ts";
import type { Reader } from "./reader.ts";
import type { Store } from "./store.ts";
import { StoreSyncSource } from "./sync-source.ts";

export interface SecondCopyOptions {
  readonly port: JournalPort;
  readonly onStatus: (status: SecondCopyStatus) => void;
  /** Entries taken back, of how many: a store that lost everything takes a while. */
  readonly onRestoring?: (done: number, total: number) => void;
}

/** The store is empty, and what might fill it cannot be read. */
export class SecondCopyUnreadable extends Error {
  readonly code: FailureCode;

  constructor(code: FailureCode) {
    super(`second copy: ${code}`);
    this.code = code;
  }
}

/** Store and journal at the opening of a desk: first whose desk this is, then what each of them lacks. */
export interface Agreement {
  finish(parts: {
    readonly desk: string;
    readonly now: () => number;
    readonly pages: Pages;
    readonly reader: Reader;
  }): Promise<SecondCopy>;
}

/**
 * Call before the store's desk is drawn. Rejects with `SecondCopyUnreadable` when the store is empty and the journal cannot be read: a desk that
 * began anew beside its own history would give numbers twice.
 */
export async function beginAgreement(store: Store, options: SecondCopyOptions): Promise<Agreement> {
  const { port, onStatus, onRestoring = () => undefined } = options;
  const kept = await store.meta.get("journalEnd");
  const at = (kept?.value as { entries: number } | undefined)?.entries ?? 0;
  let state: Output<"journalState"> | undefined;
  let failure: FailureCode | undefined;
  try {
    state = await port.journalState({ at });
  } catch (error) {
    failure = failureCodeOf(error);
    if ((await readMeta(store, "desk")) === "") throw new SecondCopyUnreadable(failure);
  }
  const isEmpty = await adoptDesk(store, state);
  return {
    async finish({ desk, now, pages, reader }) {
      // Without a journal of its own: what comes from there need not go back.
      const source = new StoreSyncSource({ store, reader, now }, desk, pages, {
        pulled: () => Promise.resolve(),
        raised: () => undefined,
        onChange: () => () => undefined,
      });
      const damaged = state?.trouble.filter(({ kind }) => kind === "damaged").length ?? 0;
      const restored =
        state === undefined
          ? undefined
          : await restoreFromJournal({
              port,
              store,
              desk,
              state,
              restorer: source,
              isEmpty,
              progress: onRestoring,
            });
      if (restored !== undefined) await reader.refresh();
      const copy = new SecondCopy({
        port,
        desk,
        source: copySource(store, desk, source, pages, reader),
        tell: onStatus,
        agreed: (end) => void keepEnd(store, end).catch(() => undefined),
        status: {
          state: failure === undefined ? "catchingUp" : "behind",
          ...(failure === undefined ? {} : { failure }),
          ...(restored === undefined ? {} : { restored }),
          damaged,
        },
        position: state?.position,
        journal: state?.journal,
        owesForeign: state === undefined || state.entries === 0 || state.desk !== desk,
        mustRewrite: damaged > 0,
      });
      copy.catchUp();
      return copy;
    },
  };
}

/** What a second copy is made of, out of a store. */
export function copySource(
  store: Store,
  desk: string,
  source: StoreSyncSource,
  pages: Pages,
  reader: Reader,
): CopySource {
  return {
    newestDeskSeq: () => source.newestDeskSeq(),
    async counters() {
      const rows = await store.meta
        .where("key")
        .equals("idCounter")
        .or("key")
        .startsWith("number:")
        .toArray();
      return Object.fromEntries(rows.map(({ key, value }) => [key, Number(value)]));
    },
    pendingChanges: (mark, limit) => source.pendingChanges(mark, limit),
    foreignChanges: () => foreignChanges(store, desk, pages),
    blobs: {
      async names() {
        const here = await store.blobs.toCollection().primaryKeys();
        const referenced: string[] = [];
        for await (const some of reader.each("attachment")) {
          referenced.push(...some.map(({ data }) => data.sha256).filter((name) => SHA256.test(name)));
        }
        return { here, referenced };
      },
      get: async (sha256) => (await store.blobs.get(sha256))?.bytes,
      async put(sha256, bytes) {
        if ((await blobDigest(bytes)) === sha256) await store.blobs.put({ sha256, bytes });
      },
    },
  };
}

const SHA256 = /^[0-9a-f]{64}$/;
const A_HELPING = 2000;

async function* foreignChanges(store: Store, desk: string, pages: Pages): AsyncGenerator<Change[]> {
  for (const batch of [...pages.batches()]) {
    if (batch.desk === desk) continue;
    for (let n = 0; n < batch.count; n += A_HELPING) yield await pages.changesFrom(batch, n, A_HELPING);
  }
  for (let last = ""; ;) {
    const rows = await store.changes.where("id").above(last).limit(A_HELPING).toArray();
    if (rows.length === 0) return;
    last = rows.at(-1)?.id ?? last;
    yield rows.filter((row) => row.desk !== desk).map(({ recordKey: _key, ...change }) => change);
  }
}
