import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { buildApp } from "../../server/app.ts";
import { migrations } from "../../server/migrations/list.ts";
import { blobsIn } from "../../server/store/blobs.ts";
import { openSqlite } from "../../server/store/sqlite.ts";
import { acceptPush } from "../../server/sync/accept-push.ts";
import type { Change } from "../../shared/sync/change.ts";
import { grouped, turnAbout, type Figure, type Options } from "./figures.ts";
import { historyChanges } from "./history-changes.ts";

const BATCH = 500;

/** `server-append`: changes accepted durably in batches of 500, beside the same rows by one bare prepared INSERT each. */
export async function benchServerAppend({ rows, rounds }: Options): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const count of rows === undefined ? [10_000, 100_000] : [rows]) {
    const batches = batched(historyChanges(count));
    const took = await turnAbout(rounds, {
      ours: () => inFolder((folder) => append(join(folder, "log.sqlite"), batches)),
      http: () => inFolder((folder) => push(folder, batches)),
      floor: () => inFolder((folder) => insert(join(folder, "bare.sqlite"), batches)),
    });
    const against = "bare prepared INSERT, same table, same fsync";
    figures.push(
      {
        what: `${grouped(count)} changes judged and appended`,
        ours: took.ours,
        against,
        other: took.floor,
        goal: { ratio: 1.5 },
      },
      {
        what: `${grouped(count)} changes through HTTP, parsed and checked`,
        ours: took.http,
        against,
        other: took.floor,
      },
    );
  }
  return figures;
}

async function append(file: string, batches: readonly (readonly Change[])[]): Promise<number> {
  const opened = openSqlite(file, () => "epoch");
  if (!opened.ok) throw new Error(opened.failure.kind);
  const { store } = opened.value;
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

async function push(folder: string, batches: readonly (readonly Change[])[]): Promise<number> {
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

/** The least: the same columns and key, one transaction and one fsync a batch, the texts made beforehand. */
function insert(file: string, batches: readonly (readonly Change[])[]): Promise<number> {
  const database = new DatabaseSync(file);
  database.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;");
  for (const { sqlite } of migrations) database.exec(sqlite);
  const statement = database.prepare(
    "INSERT INTO changes (tenant, seq, desk, desk_seq, at, body) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const ready = batches.map((changes) => changes.map((change) => ({ change, body: JSON.stringify(change) })));
  const started = performance.now();
  for (const rows of ready) {
    database.exec("BEGIN IMMEDIATE");
    for (const { change, body } of rows) {
      statement.run("office", change.deskSeq, change.desk, change.deskSeq, 0, body);
    }
    database.exec("COMMIT");
  }
  const took = performance.now() - started;
  database.close();
  return Promise.resolve(took);
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
