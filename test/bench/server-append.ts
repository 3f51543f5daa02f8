import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import pg from "pg";
import { buildApp } from "../../server/app.ts";
import { migrations } from "../../server/migrations/list.ts";
import { blobsIn } from "../../server/store/blobs.ts";
import { openPostgres } from "../../server/store/postgres.ts";
import { openSqlite } from "../../server/store/sqlite.ts";
import type { Store } from "../../server/store/store.ts";
import { acceptPush } from "../../server/sync/accept-push.ts";
import type { Change } from "../../shared/sync/change.ts";
import { postgresFolder, startCluster, type Cluster } from "../support/postgres.ts";
import { grouped, turnAbout, type Figure, type Options } from "./figures.ts";
import { historyChanges } from "./history-changes.ts";

const BATCH = 500;
const SIZES = [10_000, 100_000];
const AGAINST = "one bare prepared INSERT a row, same table, same fsync";

/** `server-append`: changes accepted durably in batches of 500, beside the same rows by one bare prepared INSERT each. */
export async function benchServerAppend({ sizes = SIZES, rounds }: Options): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  const cluster = postgresFolder === undefined ? undefined : await startCluster({ durable: true });
  try {
    for (const count of sizes) {
      const batches = batched(historyChanges(count));
      figures.push(...(await onSqlite(batches, count, rounds)));
      if (cluster !== undefined) figures.push(...(await onPostgres(cluster, batches, count, rounds)));
    }
  } finally {
    await cluster?.remove();
  }
  return figures;
}

type Batches = readonly (readonly Change[])[];

async function onSqlite(batches: Batches, count: number, rounds: number): Promise<readonly Figure[]> {
  const took = await turnAbout(rounds, {
    ours: () =>
      inFolder((folder) => {
        const opened = openSqlite(join(folder, "log.sqlite"), () => "epoch");
        if (!opened.ok) throw new Error(opened.failure.kind);
        return append(opened.value.store, batches);
      }),
    http: () => inFolder((folder) => push(folder, batches)),
    floor: () => inFolder((folder) => insert(join(folder, "bare.sqlite"), batches)),
  });
  return [
    {
      what: `SQLite, ${grouped(count)} changes judged and appended`,
      ours: took.ours,
      against: AGAINST,
      other: took.floor,
      growth: { of: "appending to SQLite", rows: count },
      goal: { ratio: 1.5 },
    },
    {
      what: `SQLite, ${grouped(count)} changes through HTTP, parsed and checked`,
      ours: took.http,
      against: AGAINST,
      other: took.floor,
    },
  ];
}

let databases = 0;

async function onPostgres(
  cluster: Cluster,
  batches: Batches,
  count: number,
  rounds: number,
): Promise<readonly Figure[]> {
  const fresh = (): Promise<string> => cluster.url(`bench${(databases += 1)}`);
  const took = await turnAbout(rounds, {
    ours: async () => {
      const opened = await openPostgres(
        await fresh(),
        () => "epoch",
        () => undefined,
      );
      if (!opened.ok) throw new Error(opened.failure.kind);
      return append(opened.value.store, batches);
    },
    floor: async () => insertPostgres(await fresh(), batches),
  });
  return [
    {
      what: `PostgreSQL, ${grouped(count)} changes judged and appended`,
      ours: took.ours,
      against: AGAINST,
      other: took.floor,
      growth: { of: "appending to PostgreSQL", rows: count },
      goal: { ratio: 1.5 },
    },
  ];
}

async function append(store: Store, batches: Batches): Promise<number> {
  const started = performance.now();
  for (const changes of batches) {
    const desk = changes[0]?.desk ?? "";
    const answer = await acceptPush(store, { tenant: "office", desk, pushed: changes, nowMs: Date.now() });
    if (!answer.ok) throw new Error(answer.failure.kind);
    if (answer.value.verdicts.length > 0) throw new Error("the bench's own changes are refused");
  }
  const took = performance.now() - started;
  await store.close();
  return took;
}

async function push(folder: string, batches: Batches): Promise<number> {
  const opened = openSqlite(join(folder, "log.sqlite"), () => "epoch");
  if (!opened.ok) throw new Error(opened.failure.kind);
  const app = buildApp({
    store: opened.value.store,
    database: opened.value.database,
    blobs: blobsIn(join(folder, "blobs")),
    window: undefined,
    log: () => undefined,
  });
  const bodies = batches.map((changes) => JSON.stringify({ changes }));
  const host = await app.listen({ host: "127.0.0.1", port: 0 });
  const started = performance.now();
  for (const body of bodies) {
    const answer = await fetch(`${host}/api/push`, {
      method: "POST",
      headers: { "content-type": "application/json", origin: host },
      body,
    });
    if (!answer.ok) throw new Error(`push was answered ${answer.status}: ${await answer.text()}`);
    await answer.arrayBuffer();
  }
  const took = performance.now() - started;
  await app.close();
  return took;
}

/** The least: the same columns and key, one transaction and one fsync a batch, and nothing asked of what comes. */
function insert(file: string, batches: Batches): Promise<number> {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  for (const { sqlite } of migrations) database.exec(sqlite);
  const statement = database.prepare(
    "INSERT INTO changes (tenant, seq, desk, desk_seq, at, body) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const started = performance.now();
  for (const changes of batches) {
    database.exec("BEGIN IMMEDIATE");
    for (const change of changes) statement.run(...rowOf(change));
    database.exec("COMMIT");
  }
  const took = performance.now() - started;
  database.close();
  return Promise.resolve(took);
}

async function insertPostgres(url: string, batches: Batches): Promise<number> {
  const client = new pg.Client({ connectionString: url, options: "-c synchronous_commit=on" });
  await client.connect();
  await client.query(
    `CREATE TABLE changes (tenant TEXT NOT NULL, seq BIGINT NOT NULL, desk TEXT NOT NULL, desk_seq BIGINT NOT NULL,
     at BIGINT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (tenant, seq))`,
  );
  const text = "INSERT INTO changes (tenant, seq, desk, desk_seq, at, body) VALUES ($1, $2, $3, $4, $5, $6)";
  const started = performance.now();
  for (const changes of batches) {
    await client.query("BEGIN");
    for (const change of changes) await client.query({ name: "one", text, values: rowOf(change) });
    await client.query("COMMIT");
  }
  const took = performance.now() - started;
  await client.end();
  return took;
}

/** From the same objects as ours: a text has to be made of them either way. */
function rowOf(change: Change): (string | number)[] {
  return ["office", change.deskSeq, change.desk, change.deskSeq, 0, JSON.stringify(change)];
}

async function inFolder(work: (folder: string) => Promise<number>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "shouyue-bench-"));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function batched(changes: readonly Change[]): Change[][] {
  const batches: Change[][] = [];
  for (let from = 0; from < changes.length; from += BATCH) batches.push(changes.slice(from, from + BATCH));
  return batches;
}
