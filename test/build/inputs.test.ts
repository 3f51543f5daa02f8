import { mkdirSync, renameSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { fingerprint } from "../../build/inputs.ts";
import { tempFolder } from "../support/temp-folder.ts";

test("a build is made again when a file's content or name changes, not when only its time does", () => {
  const root = tempFolder();
  mkdirSync(join(root, "renderer", "ui"), { recursive: true });
  const file = join(root, "renderer", "ui", "grid.tsx");
  writeFileSync(file, "1");
  const before = fingerprint(["renderer"], root);
  utimesSync(file, 1, 1);
  expect(fingerprint(["renderer"], root)).toBe(before);
  writeFileSync(file, "2");
  const changed = fingerprint(["renderer"], root);
  expect(changed).not.toBe(before);
  renameSync(file, join(root, "renderer", "ui", "list.tsx"));
  expect(fingerprint(["renderer"], root)).not.toBe(changed);
});
