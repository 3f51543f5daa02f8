import { Store } from "../../../renderer/db/store.ts";
import type { PackedRecord } from "../../../renderer/db/store.ts";
import { must } from "../../../shared/lib/must.ts";
import { madeIncident, seeded } from "./history.ts";
import { drop } from "./ours.ts";

const READS = 50;
const REWRITES = 20;

/** Milliseconds: all pages written, fifty records read here and there, one page rewritten for an edit (the median). */
export interface PageFigures {
  readonly write: number;
  readonly read: number;
  readonly rewrite: number;
}

/** The same records in pages of this size. */
export async function pagesJob(
  type: "incident" | "incidentEvent",
  count: number,
  size: number,
): Promise<PageFigures> {
  const name = `pages-${Math.random()}`;
  const [bulk, strict] = [new Store(name, "relaxed"), new Store(name, "strict")];
  const records = Array.from({ length: count }, (_, n) => madeRecord(type, n));
  await bulk.open();
  await strict.open();
  const write = await timed(async () => {
    for (let from = 0; from < count; from += 2000) {
      const pages: { no: number; records: PackedRecord[] }[] = [];
      for (let at = from; at < Math.min(from + 2000, count); at += size)
        pages.push({ no: 1 + at / size, records: records.slice(at, at + size) });
      await bulk.pages.bulkPut(pages);
    }
  });
  const random = seeded(size);
  const somewhere = (): number => 1 + Math.floor((random() * count) / size);
  const wanted = Array.from({ length: READS }, somewhere);
  const read = await timed(async () => {
    for (const no of wanted) must(await strict.pages.get(no), "it was written");
  });
  const rewrites: number[] = [];
  for (let n = 0; n < REWRITES; n++) {
    const no = somewhere();
    rewrites.push(
      await timed(() =>
        strict.transaction("rw", strict.pages, async () => {
          const page = must(await strict.pages.get(no), "it was written");
          const [first, ...rest] = page.records;
          const edited = { ...must(first, "no page is empty"), data: { title: `第 ${n} 次` } };
          await strict.pages.put({ no, records: [edited, ...rest] });
        }),
      ),
    );
  }
  bulk.close();
  strict.close();
  await drop(name);
  rewrites.sort((a, b) => a - b);
  return { write, read, rewrite: must(rewrites[REWRITES / 2], "several were made") };
}

function madeRecord(type: "incident" | "incidentEvent", n: number): PackedRecord {
  const { incident, events } = madeIncident(n);
  const id = `7K2M9P-${n.toString(36).padStart(9, "0")}`;
  const data = type === "incident" ? incident : { ...must(events[0], "a report"), incidentId: id };
  return { id, data: { ...data } };
}

async function timed(work: () => PromiseLike<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
