import { fold, type Folded } from "../../shared/sync/fold.ts";
import { zPulled } from "../../shared/sync/wire.ts";
import type { Page } from "@playwright/test";
import { z } from "zod";

/** `type id` → what is kept of it, as text: the same text is the same record. */
export type KeptTexts = Readonly<Record<string, string>>;

interface Kept {
  readonly type: string;
  readonly id: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly versions?: Readonly<Record<string, unknown>> | undefined;
}

/** What an open window's store holds, read past the product: rows, and pages where no row hides them. */
export async function recordsOfWindow(page: Page): Promise<KeptTexts> {
  const kept = await page.evaluate(async () => {
    const opened = await new Promise<IDBDatabase>((done, failed) => {
      const request = indexedDB.open("shouyue");
      request.onsuccess = () => done(request.result);
      request.onerror = () => failed(new Error("the store does not open"));
    });
    const names = [...opened.objectStoreNames];
    const tables = opened.transaction(names);
    const all = async (name: string): Promise<Record<string, unknown>[]> =>
      new Promise((done, failed) => {
        const request = tables.objectStore(name).getAll() as IDBRequest<Record<string, unknown>[]>;
        request.onsuccess = () => done(request.result);
        request.onerror = () => failed(new Error(`${name} cannot be read`));
      });
    const found: Record<string, unknown>[] = [];
    const typeOf = new Map((await all("heads")).map((head) => [head["no"], head["type"]]));
    for (const { no, records } of await all("pages"))
      for (const record of records as Record<string, unknown>[])
        found.push({ ...record, type: typeOf.get(no) });
    for (const name of names)
      for (const row of await all(name))
        if (typeof row["id"] === "string" && "data" in row) found.push({ ...row, type: name });
    opened.close();
    return found;
  });
  return textsOf(z.array(zKept).parse(kept));
}

const zKept = z.object({
  type: z.string(),
  id: z.string(),
  data: z.record(z.string(), z.json()),
  versions: z.record(z.string(), z.json()).optional(),
});
/** What the service's log folds to. */
export async function recordsOfService(address: string): Promise<KeptTexts> {
  const records = new Map<string, { type: string; id: string; folded: Folded }>();
  for (let [after, more] = [0, true]; more;) {
    const page = zPulled.parse(await (await fetch(new URL(`/api/pull?after=${after}`, address))).json());
    for (const change of page.changes) {
      const { type, recordId: id } = change;
      const folded = fold(records.get(`${type} ${id}`)?.folded, change);
      records.set(`${type} ${id}`, { type, id, folded });
    }
    [after, more] = [page.cursor, page.more];
  }
  const kept = [...records.values()].map(({ type, id, folded }) => ({ type, id, ...folded }));
  return textsOf(z.array(zKept).parse(kept));
}

/** Later ones hide earlier ones of the same id. */
function textsOf(kept: readonly Kept[]): KeptTexts {
  const texts = kept.map(({ type, id, data, versions = {} }): [string, string] => [
    `${type} ${id}`,
    JSON.stringify([data, versions], (_key, value: unknown) =>
      typeof value === "object" && value !== null && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    ),
  ]);
  return Object.fromEntries(new Map(texts.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))));
}
