import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { migrations } from "../../../server/migrations/list.ts";

test("a migration that has run somewhere is never edited: only new ones are added", () => {
  const hash = (sql: string): string => createHash("sha256").update(sql).digest("hex").slice(0, 16);
  expect(migrations.map(({ sqlite, postgres }) => [hash(sqlite), hash(postgres)])).toEqual([
    ["53976ffdec65da20", "e3b0c44298fc1c14"],
    ["d20af4b227a4c97c", "bdd7c25e5bda4633"],
    ["ebf89d3f83ef72ed", "5a17cb4a34b10fbb"],
    ["c183c074df71f6b9", "cc6ffb11045a8753"],
    ["25960f29c2f423d7", "fcd9d2c36d25110b"],
    ["aa98d307381b4366", "5d76ef6010897d3a"],
    ["80681777c8177794", "b64e7bdd9d61b9cf"],
  ]);
});
