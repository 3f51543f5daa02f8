import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { openSqlite } from "../../../server/store/sqlite.ts";
import { changesOf } from "../../support/changes.ts";
import { openStore } from "../../support/service-app.ts";
import { tempFolder } from "../../support/temp-folder.ts";

// One suite for every store: a second database joins this list.
const stores = [{ name: "sqlite", open: (folder: string) => openStore(join(folder, "shouyue.sqlite")) }];

describe.each(stores)("the log of changes on $name", ({ open }) => {
  test("is empty at first and has a name", async () => {
    const store = open(tempFolder());
    expect(store.epoch).not.toBe("");
    expect(await store.newest()).toBe(0);
    expect(await store.marks()).toEqual({});
    expect(await store.since(0, 10)).toEqual({ texts: [], cursor: 0, more: false });
  });

  test("keeps what was appended, with its name, across a restart", async () => {
    const folder = tempFolder();
    const first = open(folder);
    const changes = changesOf("AAAAAA", 1, 5);
    const answer = await first.append("AAAAAA", () => ({ changes }));
    expect(answer).toEqual({ mark: 5, appended: 5, newest: 5 });
    await first.close();
    const second = open(folder);
    expect(second.epoch).toBe(first.epoch);
    expect(await second.marks()).toEqual({ AAAAAA: 5 });
    const page = await second.since(0, 10);
    expect(page.texts.map((text) => JSON.parse(text) as unknown)).toEqual(changes);
  });

  test("hands out pages in the order of acceptance, none missing and none twice", async () => {
    const store = open(tempFolder());
    for (let n = 0; n < 7; n += 1) {
      for (const desk of ["AAAAAA", "BBBBBB"]) {
        await store.append(desk, (mark) => ({ changes: changesOf(desk, mark + 1, mark + 3) }));
      }
    }
    const seen: string[] = [];
    let cursor = 0;
    for (let more = true; more;) {
      const page = await store.since(cursor, 4);
      seen.push(...page.texts.map((text) => (JSON.parse(text) as { id: string }).id));
      ({ cursor, more } = page);
    }
    expect(seen).toHaveLength(42);
    expect(new Set(seen).size).toBe(42);
    expect(cursor).toBe(42);
  });

  test("leaves nothing behind of what is refused or fails half-way", async () => {
    const store = open(tempFolder());
    expect(await store.append("AAAAAA", () => ({ refused: "no" }))).toEqual({ refused: "no" });
    const twice = [...changesOf("AAAAAA", 1, 3), ...changesOf("AAAAAA", 3, 3)];
    await expect(store.append("AAAAAA", () => ({ changes: twice }))).rejects.toThrow();
    expect(await store.newest()).toBe(0);
    expect(await store.marks()).toEqual({});
  });

  test("gives a copy that opens whole, as a log of another name", async () => {
    const folder = tempFolder();
    const store = open(folder);
    await store.append("AAAAAA", () => ({ changes: changesOf("AAAAAA", 1, 3) }));
    const copy = join(folder, "copy.sqlite");
    await store.copyTo(copy);
    const restored = openStore(copy);
    expect(await restored.marks()).toEqual({ AAAAAA: 3 });
    expect(restored.epoch).not.toBe(store.epoch);
  });
});

describe("the SQLite file", () => {
  test("belongs to one service at a time, and is free again after it", async () => {
    const file = join(tempFolder(), "shouyue.sqlite");
    const store = openStore(file);
    expect(openSqlite(file, () => "x")).toEqual({ ok: false, failure: { kind: "inUse" } });
    await store.close();
    openStore(file);
  });

  test("of a newer version is left alone", () => {
    const file = join(tempFolder(), "shouyue.sqlite");
    const newer = new DatabaseSync(file);
    newer.exec("PRAGMA user_version = 99");
    newer.close();
    expect(openSqlite(file, () => "x")).toEqual({ ok: false, failure: { kind: "newer", version: 99 } });
  });
});
