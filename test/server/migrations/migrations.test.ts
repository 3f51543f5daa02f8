import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { migrations } from "../../../server/migrations/list.ts";

test("a migration that has run somewhere is never edited: only new ones are added", () => {
  const hashes = migrations.map((sql) => createHash("sha256").update(sql).digest("hex").slice(0, 16));
  expect(hashes).toEqual(["53976ffdec65da20"]);
});
