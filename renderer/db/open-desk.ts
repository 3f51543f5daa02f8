import { DexieDesk } from "./dexie-desk.ts";
import { dropAbandoned } from "./import-writer.ts";
import { beginAgreement, type SecondCopyOptions } from "./journal-open.ts";
import { deskOf } from "./meta.ts";
import { Notices, type Notice } from "./notices.ts";
import { Pages } from "./pages.ts";
import { Reader } from "./reader.ts";
import { incidentIndex, listIndex, startIndexWorker, type Ask } from "./record-index/index-client.ts";
import { inlineScoring, workerScoring } from "./scoring/scoring-client.ts";
import { Store } from "./store.ts";

export interface OpenOptions {
  readonly name?: string;
  readonly now?: () => number;
  /** `inline` runs the list beside the caller, where there are no workers: in unit tests. */
  readonly index?: "worker" | "inline";
  /** The second copy, where the machine keeps one. */
  readonly secondCopy?: SecondCopyOptions | undefined;
  /** What a passphrase costs to try; less in tests. */
  readonly archiveWorkFactor?: number | undefined;
}

/** Opens this workstation's store, made on first use. Rejects when the browser refuses to keep one. */
export async function openDesk(options: OpenOptions = {}): Promise<DexieDesk> {
  const { name = "shouyue", now = Date.now, index = "worker" } = options;
  const store = new Store(name, "strict");
  const bulk = new Store(name, "relaxed");
  await store.open();
  await dropAbandoned(bulk, now());
  const { secondCopy } = options;
  const agreement = secondCopy === undefined ? undefined : await beginAgreement(store, secondCopy);
  const id = await deskOf(store, () =>
    Array.from(globalThis.crypto.getRandomValues(new Uint8Array(6)), (byte) => byte & 31),
  );
  const pages = new Pages(store);
  const reader = new Reader(store, pages);
  await reader.refresh();
  const journal = await agreement?.finish({ desk: id, now, pages, reader });
  const notices = new Notices(name, async (notice) => {
    if (notice.records === undefined) await reader.refresh();
  });
  const { ask, close } = index === "worker" ? workerIndex(name, notices) : await inlineIndex(name, notices);
  const incidents = incidentIndex(ask);
  return new DexieDesk({
    id,
    store,
    bulk,
    pages,
    reader,
    notices,
    now,
    journal,
    list: (type) => listIndex(ask, type),
    incidents,
    scoring:
      index === "worker"
        ? workerScoring(name, incidents)
        : inlineScoring(incidents, async (...asked) => {
            const { scoreWork } = await import("./scoring/score-work.ts");
            return scoreWork(store, ...asked);
          }),
    closeIndex: close,
    archiveWorkFactor: options.archiveWorkFactor,
  });
}

/** The worker hears of writes by the channel; when it has taken one in, the lists on screen ask again. */
function workerIndex(name: string, notices: Notices): { ask: Ask; close: () => void } {
  return startIndexWorker(name, (touched) => notices.tellHere({ touched, records: [] }));
}

async function inlineIndex(name: string, notices: Notices): Promise<{ ask: Ask; close: () => void }> {
  // The window never runs this: loaded on demand, it stays out of what the window loads.
  const { ListAnswers } = await import("./record-index/answering.ts");
  const answers = new ListAnswers(name);
  notices.listen((notice: Notice) => void answers.follow(notice));
  return { ask: (question) => answers.answer(question) as never, close: () => answers.close() };
}
