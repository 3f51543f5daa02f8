import { DatabaseSync } from "node:sqlite";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { migrations } from "../../../server/migrations/list.ts";
import { openSqlite } from "../../../server/store/sqlite.ts";
import { appendAll } from "../../support/append-all.ts";
import { changeOf, changesOf } from "../../support/changes.ts";
import { openFile, openStore } from "../../support/service-app.ts";
import { tempFolder } from "../../support/temp-folder.ts";

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

  test("gives a copy that opens whole, as a log of another name", async () => {
    const folder = tempFolder();
    const { store, copyTo } = openFile(join(folder, "shouyue.sqlite"));
    await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 3));
    const copy = join(folder, "copy.sqlite");
    await copyTo(copy);
    const restored = openStore(copy);
    expect(await restored.marks("office")).toEqual({ AAAAAA: 3 });
    expect(restored.epoch).not.toBe(store.epoch);
  });

  test("of the first version opens with its changes, and its records folded", async () => {
    const file = join(tempFolder(), "shouyue.sqlite");
    const old = new DatabaseSync(file);
    old.exec(
      `${migrations[0]?.sqlite ?? ""} PRAGMA user_version = 1; INSERT INTO meta VALUES ('epoch', 'old');`,
    );
    const edit = changeOf("AAAAAA", 4, { note: "补记" }, { recordId: "AAAAAA-000000002" });
    const changes = [...changesOf("AAAAAA", 1, 3), edit];
    const insert = old.prepare(
      "INSERT INTO changes (tenant, desk, desk_seq, stamp, type, record_id, body) VALUES ('office', ?, ?, ?, ?, ?, ?)",
    );
    for (const change of changes) {
      insert.run(
        change.desk,
        change.deskSeq,
        change.stamp,
        change.type,
        change.recordId,
        JSON.stringify(change),
      );
    }
    old.exec("INSERT INTO desks VALUES ('office', 'AAAAAA', 4)");
    old.close();
    const store = openStore(file);
    expect(store.epoch).toBe("old");
    expect(await store.marks("office")).toEqual({ AAAAAA: 4 });
    expect((await store.since("office", 0, 10)).texts.map((text) => JSON.parse(text) as unknown)).toEqual(
      changes,
    );
    const records = await store.recordsOf("office", "incident", 10);
    expect(records).toHaveLength(3);
    expect(records[1]?.data).toEqual({ title: "门诊收费无法登录 4", note: "补记" });
    expect(await appendAll(store, "AAAAAA", changesOf("AAAAAA", 5, 5))).toBe(5);
  });
});
