import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { openSqlite } from "../../../server/store/sqlite.ts";
import { tempFolder } from "../../support/temp-folder.ts";

test("a data file that is no database is named as damaged, and not written over", () => {
  const file = join(tempFolder(), "shouyue.sqlite");
  writeFileSync(file, "this was a letter".repeat(1000));
  const opened = openSqlite(file, () => "x");
  expect(opened.ok).toBe(false);
  if (!opened.ok) expect(opened.failure.kind).toBe("damaged");
});
