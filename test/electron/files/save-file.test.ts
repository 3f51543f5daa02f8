import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diskFailure } from "../../../electron/files/disk-failure.ts";
import { saveFile } from "../../../electron/files/save-file.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const input = { suggestedName: "故障清单", kind: "xlsx" as const, bytes: new Uint8Array([1, 2, 3]) };

test("a file is saved where the user says, under a name that the program suggests with its extension", async () => {
  const folder = tempFolder();
  let suggested = "";
  const answer = await saveFile(input, (name) => {
    suggested = name;
    return Promise.resolve(join(folder, "九月.xlsx"));
  });
  expect(suggested).toBe("故障清单.xlsx");
  expect(answer).toEqual({ saved: true, name: "九月.xlsx" });
  expect([...readFileSync(join(folder, "九月.xlsx"))]).toEqual([1, 2, 3]);
  expect(readdirSync(folder)).toEqual(["九月.xlsx"]);
});

test("a user who thinks better of it has saved nothing", async () => {
  expect(await saveFile(input, () => Promise.resolve(undefined))).toEqual({ saved: false });
});

test("a name without its extension gets it, and never replaces a file that the user did not name", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "九月.xlsx"), "old");
  const answer = await saveFile(input, () => Promise.resolve(join(folder, "九月")));
  expect(answer.name).toBe("九月 (2).xlsx");
  expect(readFileSync(join(folder, "九月.xlsx"), "utf8")).toBe("old");
});

test("an extension in capitals is an extension", async () => {
  const folder = tempFolder();
  expect((await saveFile(input, () => Promise.resolve(join(folder, "A.XLSX")))).name).toBe("A.XLSX");
});

test("a save that fails leaves the old file and no remains", async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, "taken.xlsx"));
  const failing = saveFile(input, () => Promise.resolve(join(folder, "taken.xlsx")));
  const error: unknown = await failing.catch((thrown: unknown) => thrown);
  expect(diskFailure(error)).not.toBe("internal");
  expect(readdirSync(folder)).toEqual(["taken.xlsx"]);
});

test("a folder that is not there is called by its name", async () => {
  const failing = saveFile(input, () => Promise.resolve(join(tempFolder(), "gone", "x.xlsx")));
  expect(diskFailure(await failing.catch((thrown: unknown) => thrown))).toBe("no-such-file");
});

test.skipIf(process.getuid?.() === 0)("a folder that may not be written is called so", async () => {
  const folder = tempFolder();
  chmodSync(folder, 0o500);
  const failing = saveFile(input, () => Promise.resolve(join(folder, "x.xlsx")));
  expect(diskFailure(await failing.catch((thrown: unknown) => thrown))).toBe("not-allowed");
  chmodSync(folder, 0o700);
  expect(existsSync(join(folder, "x.xlsx"))).toBe(false);
});

test("a workbook that is open in Excel is called busy, and what is no disk's fault is ours", () => {
  expect(diskFailure(Object.assign(new Error("x"), { code: "EBUSY" }))).toBe("file-busy");
  expect(diskFailure(Object.assign(new Error("x"), { code: "ENOSPC" }))).toBe("disk-full");
  expect(diskFailure(new Error("x"))).toBe("internal");
  expect(diskFailure("x")).toBe("internal");
});
