import { openDesk } from "../../../renderer/db/open-desk.ts";
import { startImportEngine } from "../../../renderer/screens/import/engine-client.ts";
import { knownKeys, tellKnown } from "../../../renderer/screens/import/known-keys.ts";
import { runImport } from "../../../renderer/screens/import/run-import.ts";
import { namesKnownTo } from "../../../renderer/screens/import/write-drafts.ts";
import { readSpreadsheet } from "../../../shared/import/read/read-spreadsheet.ts";
import { must } from "../../../shared/lib/must.ts";
import type { Result } from "../../../shared/lib/result.ts";
import { read, utils } from "xlsx";
import { FIELDS, type HistoryRow } from "./history.ts";
import { drop, untilListed } from "./ours.ts";
import { putBare, putDexie } from "./peers.ts";

const PATIENCE_MS = 600_000;
const TODAY = "2026-11-22";

/** Whole imports of one file, from its bytes to committed and listed. Each answers in milliseconds. */
export const importJobs = {
  /** As the wizard does it: read and checked in the worker, written in pages, indexed, visible in the list. */
  async importOurs(file: string): Promise<number> {
    const content = new Blob([await bytesOf(file)]);
    const name = `import-${Math.random()}`;
    const started = performance.now();
    const desk = await openDesk({ name });
    const engine = startImportEngine(undefined, PATIENCE_MS);
    good(good(await engine.ask("open", { content, fileName: file })));
    const { mapping } = good(await engine.ask("look", { sheet: 0, type: "incident", remembered: {} }));
    await tellKnown(engine, knownKeys(desk, "incident"));
    const verdict = good(
      await engine.ask("check", {
        mapping,
        today: TODAY,
        names: await namesKnownTo(desk, "incident"),
        skipHiddenRows: false,
      }),
    );
    const report = good(
      await runImport(desk, engine, {
        type: "incident",
        fileName: file,
        fileSha256: undefined,
        sheet: "台账",
        mapping,
        verdict,
        signal: new AbortController().signal,
        onProgress: () => undefined,
        onCommit: () => undefined,
        now: Date.now,
      }),
    );
    if (report.records !== verdict.rows) throw new Error(`${report.records} of ${verdict.rows} rows`);
    await untilListed(desk, report.records);
    const took = performance.now() - started;
    engine.stop();
    desk.close();
    await drop(name);
    return took;
  },

  /** The floor: our parse of the file, and its rows as bare IndexedDB rows with four indexes in one transaction. */
  async importFloor(file: string): Promise<number> {
    const bytes = await bytesOf(file);
    const started = performance.now();
    const { sheets } = good(readSpreadsheet(bytes, file, {}));
    const rows = [...must(sheets[0], "the file has a sheet").rows].slice(1).map(asRow);
    await putBare(rows);
    return performance.now() - started;
  },

  /** A peer: SheetJS, and Dexie rows with the same four indexes. */
  async importSheetJs(file: string): Promise<number> {
    const bytes = await bytesOf(file);
    const started = performance.now();
    const book = read(bytes, { type: "array", dense: true });
    const sheet = must(book.Sheets[must(book.SheetNames[0], "a first sheet")], "and its cells");
    const rows = utils.sheet_to_json<readonly unknown[]>(sheet, { header: 1 }).slice(1).map(asRow);
    await putDexie(rows);
    return performance.now() - started;
  },
};

function asRow(cells: readonly unknown[]): HistoryRow {
  return Object.fromEntries(FIELDS.map((field, at) => [field, text(cells[at])])) as HistoryRow;
}

const text = (cell: unknown): string => (typeof cell === "string" ? cell : JSON.stringify(cell ?? ""));

async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await (await fetch(`/files/${file}`)).arrayBuffer());
}

function good<V>(result: Result<V, { readonly kind: string }>): V {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
}
