import { describe, expect, it } from "vitest";
import { sheetJob, type SheetAnswered } from "../../../../renderer/records/export/sheet-job.ts";
import { pagesOf, writeSheet, type SheetPort } from "../../../../renderer/records/export/write-sheet.ts";
import { readSpreadsheet } from "../../../../shared/import/read/read-spreadsheet.ts";
import { writeXlsx } from "../../../../shared/import/read/write-xlsx.ts";
import type { Table } from "../../../../shared/import/types.ts";
import { writeCsv } from "../../../../shared/import/write-csv.ts";

describe("a list written to a file in a worker", () => {
  const table: Table = {
    name: "故障清单",
    header: ["编号", "标题"],
    rows: Array.from({ length: 2501 }, (_, at) => [`GZ-${at}`, at % 7 === 0 ? null : `=第${at}条`]),
  };

  it("holds the same rows as one written at once, in whatever pages they came", async () => {
    const port = portOf();
    const seen: number[] = [];
    const bytes = await writeSheet("xlsx", table, pagesOf(table), { port, onRows: (n) => seen.push(n) });
    expect(rowsIn(bytes)).toEqual(rowsIn(writeXlsx(table)));
    expect(seen).toEqual([500, 1000, 1500, 2000, 2500, 2501]);
    expect(port.isEnded).toBe(true);
  });

  it("is the same text to the last letter as .csv", async () => {
    const bytes = await writeSheet("csv", table, pagesOf(table), { port: portOf() });
    const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    expect(text).toBe(writeCsv(table));
  });

  it("has its header when no row came", async () => {
    const bytes = await writeSheet("xlsx", table, [], { port: portOf() });
    expect(rowsIn(bytes)).toEqual([["编号", "标题"]]);
  });

  it("asks for no further page once it was stopped, and ends the worker", async () => {
    const stop = new AbortController();
    const port = portOf();
    let pages = 0;
    const endless = (function* () {
      for (;;) {
        pages++;
        yield [["一", "二"]];
      }
    })();
    const onRows = (rows: number): void => {
      if (rows === 3) stop.abort();
    };
    expect(await writeSheet("csv", table, endless, { port, signal: stop.signal, onRows })).toBeUndefined();
    expect(pages).toBe(4);
    expect(port.isEnded).toBe(true);
  });

  it("fails when a page cannot be had, and ends the worker", async () => {
    const port = portOf();
    const broken = (function* () {
      yield [["一", "二"]];
      throw new Error("the store is closed");
    })();
    await expect(writeSheet("xlsx", table, broken, { port })).rejects.toThrow("the store is closed");
    expect(port.isEnded).toBe(true);
  });

  it("fails when a sheet has no room for its rows", async () => {
    const page = Array.from({ length: 600_000 }, () => []);
    await expect(writeSheet("xlsx", table, [page, page], { port: portOf() })).rejects.toThrow("more rows");
  });
});

function rowsIn(bytes: Uint8Array | undefined): unknown {
  const read = readSpreadsheet(bytes ?? new Uint8Array(), "x.xlsx");
  return read.ok ? [...(read.value.sheets[0]?.rows ?? [])] : read.failure;
}

function portOf(): SheetPort & { isEnded: boolean } {
  const answerTo = sheetJob();
  const port: SheetPort & { isEnded: boolean } = {
    isEnded: false,
    postMessage: (asked) => {
      const data = answerTo(asked);
      queueMicrotask(() => port.onmessage?.({ data } as MessageEvent<SheetAnswered>));
    },
    terminate: () => (port.isEnded = true),
    onmessage: null,
    onerror: null,
  };
  return port;
}
