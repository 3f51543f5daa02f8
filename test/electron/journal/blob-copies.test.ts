import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { BlobCopies } from "../../../electron/journal/blob-copies.ts";
import { tempFolder } from "../../support/temp-folder.ts";

const SCAN = Buffer.from("确认单扫描件");
const nameOf = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
const NAME = nameOf(SCAN);
const fileOf = (folder: string): string => join(folder, NAME.slice(0, 2), NAME);

test("an attachment is kept under its digest, once, and comes back as it was", async () => {
  const copies = new BlobCopies(tempFolder());
  expect(await copies.held([NAME])).toEqual([]);
  expect(await copies.read(NAME)).toBeUndefined();
  await copies.keep(NAME, SCAN);
  await copies.keep(NAME, SCAN);
  expect(await copies.held([NAME, nameOf(Buffer.from("x"))])).toEqual([NAME]);
  expect(Buffer.from((await copies.read(NAME)) ?? [])).toEqual(SCAN);
  const nothing = new Uint8Array();
  await copies.keep(nameOf(nothing), nothing);
  expect(await copies.held([nameOf(nothing)])).toHaveLength(1);
});

test("every flipped bit is noticed: nothing false is handed out, and the true one can be kept again", async () => {
  const folder = tempFolder();
  const copies = new BlobCopies(folder);
  for (let bit = 0; bit < SCAN.length * 8; bit += 1) {
    await copies.keep(NAME, SCAN);
    const flipped = Buffer.from(SCAN);
    flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(fileOf(folder), flipped);
    expect(await copies.read(NAME)).toBeUndefined();
    expect(await copies.held([NAME])).toEqual([]);
  }
  expect(existsSync(`${fileOf(folder)}.damaged`)).toBe(true);
  await copies.keep(NAME, SCAN);
  expect(Buffer.from((await copies.read(NAME)) ?? [])).toEqual(SCAN);
});

test("a check reads every file, names the damaged ones, deletes no attachment, and clears what a crash left", async () => {
  const folder = tempFolder();
  const copies = new BlobCopies(folder);
  const others = ["甲", "乙", "丙"].map((text) => Buffer.from(text));
  for (const one of [SCAN, ...others]) await copies.keep(nameOf(one), one);
  const halfWritten = join(folder, NAME.slice(0, 2), ".x.tmp");
  writeFileSync(halfWritten, "half");
  expect(await copies.verify()).toEqual([]);
  expect(existsSync(halfWritten)).toBe(false);
  writeFileSync(fileOf(folder), SCAN.subarray(1));
  expect(await copies.verify()).toEqual([NAME]);
  expect(await copies.held(others.map(nameOf))).toHaveLength(3);
  expect(readFileSync(`${fileOf(folder)}.damaged`)).toEqual(SCAN.subarray(1));
});

test.each(["", "../../etc/passwd", "a".repeat(63), "A".repeat(64), `${"a".repeat(64)}/x`])(
  "nothing is kept or read under the name %j",
  async (name) => {
    const copies = new BlobCopies(tempFolder());
    await expect(copies.keep(name, SCAN)).rejects.toThrow("malformed");
    await expect(copies.read(name)).rejects.toThrow("malformed");
  },
);

test("what is not what its name says is not kept", async () => {
  const folder = tempFolder();
  await expect(new BlobCopies(folder).keep(NAME, Buffer.from("x"))).rejects.toThrow("malformed");
  expect(readdirSync(folder)).toEqual([]);
});

test("a folder that cannot be written says so, and leaves nothing behind", async () => {
  const folder = tempFolder();
  writeFileSync(join(folder, NAME.slice(0, 2)), "a file where the folder should be");
  await expect(new BlobCopies(folder).keep(NAME, SCAN)).rejects.toThrow(/ENOTDIR|EEXIST/);
  mkdirSync(join(folder, "other"));
  expect(readdirSync(join(folder, "other"))).toEqual([]);
});
