import { must } from "../../shared/lib/must.ts";
import { DexieDesk } from "./dexie-desk.ts";
import { dropAbandoned } from "./import-writer.ts";
import { beginAgreement, type SecondCopyOptions } from "./journal-open.ts";
import { deskOf } from "./meta.ts";
import { Notices, type Notice } from "./notices.ts";
import { Pages } from "./pages.ts";
import { Reader } from "./reader.ts";
import type { ListAnswers } from "./record-index/answering.ts";
import { incidentIndex, listIndex, startIndexWorker, type Lists } from "./record-index/index-client.ts";
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
  const lists = options.index === "inline" ? inlineLists() : startIndexWorker();
  try {
    return await openWith(lists, options);
  } catch (error) {
    lists.close();
    throw error;
  }
}

async function openWith(lists: Lists, options: OpenOptions): Promise<DexieDesk> {
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
  const notices = new Notices(name, async (notice) => {
    if (notice.records === undefined) await reader.refresh();
  });
  if (agreement === undefined) lists.open(name, notices);
  await reader.refresh();
  const journal = await agreement?.finish({ desk: id, now, pages, reader });
  // What came out of the second copy was told to nobody.
  if (agreement !== undefined) lists.open(name, notices);
  const { ask } = lists;
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
    closeIndex: () => lists.close(),
    archiveWorkFactor: options.archiveWorkFactor,
  });
}

/** The same beside the caller, where there are no workers: in unit tests. */
function inlineLists(): Lists {
  let opening: Promise<ListAnswers> | undefined;
  return {
    // What is asked is answered by its own kind.
    ask: async (question) => (await must(opening, "the lists are open")).answer(question) as never,
    open: (name, notices) => {
      // The window never runs this: loaded on demand, it stays out of what the window loads.
      opening = import("./record-index/answering.ts").then(({ ListAnswers }) => {
        const answers = new ListAnswers(name);
        notices.listen((notice: Notice) => void answers.follow(notice));
        return answers;
      });
    },
    close: () => void opening?.then((answers) => answers.close()),
  };
}
