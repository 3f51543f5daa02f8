import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { sharedData } from "../support/shared-data.ts";
import { gbkBytes } from "../support/spreadsheet-sheet.ts";
import { sheetXml, workbookParts, zipOf } from "../support/spreadsheet-zip.ts";

const MAIN = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "shouyue-import-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function cli(...args: string[]): Promise<Run> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [MAIN, "import", ...args],
      { maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const json = (run: Run): Record<string, unknown> => JSON.parse(run.stdout) as Record<string, unknown>;

describe("import from the terminal", () => {
  it("says what it found, in one object, and writes nothing", async () => {
    const path = file(
      "台账.csv",
      gbkBytes("故障编号,故障主题,报修时间\n1,打印机,2026-1-4 8:05\n2,网络,未知\n1,打印机,2026-1-4 8:05\n"),
    );
    const run = await cli(path, "--json", "--rows", "--limit", "1");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    const report = json(run);
    expect(report).toMatchObject({
      file: "台账.csv",
      format: "csv",
      encoding: "gb18030",
      sheets: [{ name: "台账", rows: 3, hidden: false }],
      sheet: "台账",
      headerRow: 1,
      rows: 3,
      accepted: 1,
      held: 1,
      duplicates: 1,
      problems: [{ row: 3, column: "报修时间", kind: "badDate", value: "未知" }],
    });
    expect(report["columns"]).toMatchObject([
      { index: 0, header: "故障编号", field: "number" },
      { index: 1, header: "故障主题", field: "title" },
      { index: 2, header: "报修时间", field: "event.reported" },
    ]);
    expect(report["records"]).toMatchObject([{ rows: [2], data: { number: "1", title: "打印机" } }]);
    expect(report["elapsedMs"]).toBeTypeOf("number");
    expect(report["peakMemoryMiB"]).toBeTypeOf("number");
  });

  it("reads a workbook with the prototype of every object frozen", async () => {
    const rows = [
      ["厂商名称", "传真", "__proto__"],
      ["东软", "0012", "x"],
    ];
    const path = file("厂商.xlsx", zipOf(workbookParts(sheetXml(rows))));
    const report = json(await cli(path, "--as", "vendor", "--rows", "--json"));
    expect(report).toMatchObject({ format: "xlsx", encoding: null, accepted: 1 });
    expect(report["records"]).toMatchObject([
      { type: "vendor", data: { name: "东软", fax: "0012", note: "__proto__：x" } },
    ]);
  });

  it("refuses a file with the reason as data", async () => {
    const page = file("导出.xls", "<html><table></table></html>");
    const run = await cli(page, "--json");
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(json(run)).toMatchObject({ failure: { kind: "notASpreadsheet" } });
    expect(json(await cli(file("header.csv", "故障编号,故障主题\n"), "--json"))).toMatchObject({
      failure: { kind: "nothingToImport" },
    });
    expect(json(await cli(join(folder, "none.csv"), "--json"))).toMatchObject({
      failure: { kind: "notASpreadsheet" },
    });
  });

  it("says how it is used when it is used wrongly", async () => {
    for (const args of [[], ["a", "b"], ["a", "--as", "dragon"], ["a", "--limit", "x"], ["a", "--frob"]]) {
      const run = await cli(...args);
      expect(run).toMatchObject({ code: 2, stdout: "" });
      expect(run.stderr).toMatch(/usage/);
      expect(run.stderr).not.toMatch(/ {4}at /);
    }
  });

  it("stops a file that would take too much memory, and says so", { timeout: 60_000 }, async () => {
    // Honest by every count of the archive; its cells are small as text and large as objects. Our own scan would read
    // it; a comment hands the sheet to the library, which cannot.
    let seed = 1;
    const cell = (): string => {
      seed = (seed * 48_271) % 2_147_483_647;
      return `<c><v>${seed % 9973}</v></c>`;
    };
    const rows = Array.from(
      { length: 100 },
      () => `<row>${Array.from({ length: 600 }, cell).join("")}</row>`,
    );
    const sheet = sheetXml([]).replace(
      "</sheetData>",
      `<!-- read by the library -->${rows.join("").repeat(110)}</sheetData>`,
    );
    const run = await cli(file("huge.xlsx", zipOf(workbookParts(sheet))), "--json");
    expect(run).toMatchObject({ code: 1, stderr: "" });
    expect(json(run)).toMatchObject({ failure: { kind: "tooLarge" } });
  });

  const log = sharedData("incidents-large/incident_event_log.csv");
  it.skipIf(log === undefined)("reads 27 MB of log within its limits", { timeout: 60_000 }, async () => {
    const report = json(await cli(log ?? "", "--json"));
    expect(report).toMatchObject({ rows: 141_712, accepted: 141_712, recordCount: 24_918 });
    expect(Number(report["elapsedMs"])).toBeLessThan(30_000);
    expect(Number(report["peakMemoryMiB"])).toBeLessThan(1536);
  });
});
