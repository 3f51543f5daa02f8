import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { diskFailure } from "../../../electron/files/disk-failure.ts";
import { growingFile } from "../../../electron/files/growing-file.ts";
import { Failed } from "../../../electron/ipc/failed.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const at = (path: string | undefined) => (): Promise<string | undefined> => Promise.resolve(path);

test("a file grows piece by piece and stands under its name when it is complete", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, "归档.age"), "old");
  const grow = growingFile();
  const { file } = await grow.begin({ suggestedName: "归档.age" }, at(join(folder, "归档.age")));
  await grow.more({ file: file ?? 0, bytes: bytes("一") });
  await grow.more({ file: file ?? 0, bytes: bytes("二") });
  expect(readFileSync(join(folder, "归档.age"), "utf8")).toBe("old");
  expect(await grow.end({ file: file ?? 0, keep: true })).toEqual({ name: "归档.age" });
  expect(readFileSync(join(folder, "归档.age"), "utf8")).toBe("一二");
  expect(readdirSync(folder)).toEqual(["归档.age"]);
});

test("one that is given up, or forgotten by its window, leaves nothing", async () => {
  const folder = tempFolder();
  const grow = growingFile();
  const first = await grow.begin({ suggestedName: "a" }, at(join(folder, "a")));
  await grow.more({ file: first.file ?? 0, bytes: bytes("x") });
  const second = await grow.begin({ suggestedName: "b" }, at(join(folder, "b")));
  expect(readdirSync(folder)).toHaveLength(1);
  await expect(grow.more({ file: first.file ?? 0, bytes: bytes("x") })).rejects.toBeInstanceOf(Failed);
  expect(await grow.end({ file: second.file ?? 0, keep: false })).toEqual({});
  expect(readdirSync(folder)).toEqual([]);
});

test("a user who thinks better of it has begun nothing, and nobody writes where nothing was begun", async () => {
  const grow = growingFile();
  expect(await grow.begin({ suggestedName: "a" }, at(undefined))).toEqual({ file: null });
  await expect(grow.end({ file: 1, keep: true })).rejects.toBeInstanceOf(Failed);
});

test("a folder that is not there is called by its name", async () => {
  const begun = growingFile().begin({ suggestedName: "a" }, at(join(tempFolder(), "gone", "a")));
  expect(diskFailure(await begun.catch((thrown: unknown) => thrown))).toBe("no-such-file");
});
