import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openFiles } from "../../../electron/files/open-files.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const input = { kind: "spreadsheet" as const, multiple: true };

test("the window gets the names and the bytes of what the user points at, and no folder", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "附件3.xlsx"), "PK");
  writeFileSync(join(folder, "空.csv"), "");
  const paths = ["附件3.xlsx", "空.csv"].map((name) => join(folder, name));
  const files = await openFiles(input, () => Promise.resolve(paths));
  expect(files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()])).toEqual([
    ["附件3.xlsx", "PK"],
    ["空.csv", ""],
  ]);
});

test("a user who cancels has chosen nothing", async () => {
  expect(await openFiles(input, () => Promise.resolve([]))).toEqual([]);
});

test("files that are too big together are refused before they are read", async () => {
  const folder = tempFolder();
  const paths = ["a", "b"].map((name) => join(folder, name));
  for (const path of paths) writeFileSync(path, "12345");
  await expect(openFiles(input, () => Promise.resolve(paths), 9)).rejects.toMatchObject({ code: "too-big" });
  await expect(openFiles(input, () => Promise.resolve(paths), 10)).resolves.toHaveLength(2);
});

test("a folder is no file", async () => {
  const folder = join(tempFolder(), "d");
  mkdirSync(folder);
  await expect(openFiles(input, () => Promise.resolve([folder]))).rejects.toMatchObject({
    code: "not-allowed",
  });
});
