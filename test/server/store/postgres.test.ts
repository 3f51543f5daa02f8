import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { openPostgres } from "../../../server/store/postgres.ts";
import type { Value } from "../../../server/store/sql.ts";
import { appendAll } from "../../support/append-all.ts";
import { changesOf } from "../../support/changes.ts";
import { postgresFolder, startCluster, type Cluster } from "../../support/postgres.ts";
import { openUrl } from "../../support/stores.ts";

const T = "office";

describe.skipIf(postgresFolder === undefined)("PostgreSQL", () => {
  let cluster: Cluster;
  beforeAll(async () => {
    cluster = await startCluster();
  }, 120_000);
  afterAll(async () => cluster.remove());

  test("two services write at once, and a reader by cursor misses nothing and sees nothing twice", async () => {
    const url = await cluster.url("writers");
    const services = await Promise.all([openUrl(url), openUrl(url)]);
    const desks = ["AAAAAA", "BBBBBB", "CCCCCC", "DDDDDD", "EEEEEE", "FFFFFF"];
    const pushes = 30;
    const writing = { goesOn: true };
    const writers = Promise.all(
      desks.map(async (desk, n) => {
        const { store } = services[n % 2] ?? services[0];
        for (let at = 1; at <= pushes * 3; at += 3) await appendAll(store, desk, changesOf(desk, at, at + 2));
      }),
    ).finally(() => (writing.goesOn = false));
    const seen: string[] = [];
    let cursor = 0;
    for (let last = false; !last;) {
      last = !writing.goesOn;
      const page = await services[1].store.since(T, cursor, 50);
      seen.push(...page.texts.map((text) => (JSON.parse(text) as { id: string }).id));
      cursor = page.cursor;
      if (page.more) last = false;
    }
    await writers;
    expect(seen).toHaveLength(desks.length * pushes * 3);
    expect(new Set(seen).size).toBe(seen.length);
    expect(cursor).toBe(seen.length);
  });

  test("one service hears of what another one appended", async () => {
    const url = await cluster.url("notices");
    const [a, b] = [await openUrl(url), await openUrl(url)];
    const told: unknown[] = [];
    b.store.onNewest((tenant, newest) => told.push([tenant, newest]));
    await appendAll(a.store, "AAAAAA", changesOf("AAAAAA", 1, 3), "east");
    await expect.poll(() => told).toEqual([["east", 3]]);
  });

  test("ten services that start on an empty database make its tables once, and share its name", async () => {
    const url = await cluster.url("first");
    const opened = await Promise.all(Array.from({ length: 10 }, async () => openUrl(url)));
    expect(new Set(opened.map(({ store }) => store.epoch)).size).toBe(1);
  });

  test("a database of a newer version is left alone, and one that is not there is told as away", async () => {
    const url = await cluster.url("newer");
    const { database, store } = await openUrl(url);
    await database.whole.run("UPDATE schema_version SET version = 99");
    await store.close();
    const again = await openPostgres(url, randomUUID, () => undefined);
    expect(again).toEqual({ ok: false, failure: { kind: "newer", version: 99 } });
    const away = await openPostgres(url.replace("/newer", "/nowhere"), randomUUID, () => undefined);
    expect(away).toMatchObject({ ok: false, failure: { kind: "away" } });
  });

  test("a service goes on by itself after PostgreSQL was stopped and started in mid-write", async () => {
    const durable = await startCluster({ durable: true });
    onTestFinished(async () => durable.remove());
    const { store } = await openUrl(await durable.url("stopped"));
    const told: number[] = [];
    store.onNewest((_tenant, newest) => told.push(newest));
    let acknowledged = 0;
    let attempted = 0;
    let failures = 0;
    const writing = { goesOn: true };
    const writer = (async () => {
      while (writing.goesOn || acknowledged < attempted) {
        attempted = Math.max(attempted, acknowledged + 5);
        await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, attempted)).then(
          () => (acknowledged = attempted),
          () => (failures += 1),
        );
        await new Promise((done) => setTimeout(done, 5));
      }
    })();
    for (let n = 0; n < 3; n += 1) {
      const before = acknowledged;
      await expect.poll(() => acknowledged).toBeGreaterThan(before);
      await durable.stop();
      await expect.poll(() => failures).toBeGreaterThan(n);
      await durable.start();
    }
    writing.goesOn = false;
    await writer;
    expect(await store.marks(T)).toEqual({ AAAAAA: acknowledged });
    const page = await store.since(T, 0, acknowledged + 1);
    expect(page.texts.map((text) => (JSON.parse(text) as { deskSeq: number }).deskSeq)).toEqual(
      changesOf("AAAAAA", 1, acknowledged).map((change) => change.deskSeq),
    );
    // An answer that was lost with the connection is told when the service listens again.
    await expect.poll(() => told.at(-1), { timeout: 20_000 }).toBe(acknowledged);
  });

  test("a byte that flipped in its tables is told, and never handed out", async () => {
    const { store, database } = await openUrl(await cluster.url("flipped"));
    await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 20), T);
    await database.whole.run(
      "UPDATE changes SET body = replace(body, '登录 17', '登录 97') WHERE tenant = ?",
      [T],
    );
    await expect(store.since(T, 0, 100)).rejects.toMatchObject({ code: "DAMAGED" });
    expect((await store.since(T, 0, 16)).texts).toHaveLength(16);
    await expect(store.recordsOf(T, "incident", 100)).rejects.toMatchObject({ code: "DAMAGED" });
  });

  test("every table with a tenant is under row-level security, and desks' calls own none of it", async () => {
    const { database } = await openUrl(await cluster.url("tables"));
    const rows = await database.whole.all(
      `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'tenant'
       WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND NOT c.relrowsecurity`,
    );
    expect(rows).toEqual([]);
    const [who] = await database
      .of("east")
      .all(
        "SELECT current_user AS name, (SELECT count(*) FROM pg_tables WHERE tableowner = current_user) AS owned",
      );
    expect(who).toEqual({ name: "shouyue_desk", owned: 0 });
  });

  test("a query that forgot its tenant still sees and changes only its own hospital's rows", async () => {
    const { store, database } = await openUrl(await cluster.url("fuzz"));
    for (const tenant of ["east", "west"]) {
      await appendAll(store, "AAAAAA", changesOf("AAAAAA", 1, 20), tenant);
    }
    const all = async (): Promise<unknown> =>
      Promise.all(
        ["tenants", "changes", "records", "desks"].map(async (table) =>
          database.whole.all(`SELECT * FROM ${table} WHERE tenant = 'west' ORDER BY 1, 2, 3`),
        ),
      );
    const before = await all();
    const tables = ["tenants", "changes", "records", "desks", "refusals", "attachments"];
    const attempt = fc.record({
      table: fc.constantFrom(...tables),
      act: fc.constantFrom("read", "update", "delete", "steal", "forge"),
      key: fc.constantFrom("west", "' OR 1=1 --", "east"),
    });
    await fc.assert(
      fc.asyncProperty(attempt, async ({ table, act, key }) => {
        const sql = database.of("east");
        const [text, params]: [string, Value[]] = {
          read: [`SELECT tenant FROM ${table} WHERE tenant = ? OR TRUE`, [key]] as [string, Value[]],
          update: [`UPDATE ${table} SET tenant = tenant WHERE tenant <> 'east' OR tenant = ?`, [key]] as [
            string,
            Value[],
          ],
          delete: [`DELETE FROM ${table} WHERE tenant = ? AND tenant <> 'east'`, [key]] as [string, Value[]],
          steal: [`UPDATE ${table} SET tenant = 'west' WHERE ? <> ''`, [key]] as [string, Value[]],
          forge: [
            "INSERT INTO changes (tenant, seq, desk, desk_seq, at, body) VALUES ('west', 999, ?, 1, 1, '{}')",
            [key],
          ] as [string, Value[]],
        }[act];
        const rows = await sql.all(text, params).catch(() => []);
        expect(rows.every((row) => row["tenant"] === "east")).toBe(true);
      }),
      { numRuns: 150 },
    );
    expect(await all()).toEqual(before);
    expect(await database.of("").all("SELECT * FROM changes")).toEqual([]);
  });
});
