import { randomUUID } from "node:crypto";
import { basename, join } from "node:path";
import { afterAll, beforeAll, onTestFinished } from "vitest";
import type { Database } from "../../server/store/sql.ts";
import { openPostgres } from "../../server/store/postgres.ts";
import type { Store } from "../../server/store/store.ts";
import { postgresFolder, startCluster, type Cluster } from "./postgres.ts";
import { openFile } from "./service-app.ts";

export interface OpenedForTest {
  readonly store: Store;
  readonly database: Database;
}

interface Kind {
  readonly name: "sqlite" | "postgres";
  /** The same folder is the same database. Closed after the test. */
  readonly open: (folder: string) => Promise<OpenedForTest>;
}

let cluster: Cluster | undefined;

/** One suite for every engine: `describe.each(eachStore())`. The cluster is the test file's own. */
export function eachStore(): readonly Kind[] {
  const sqlite: Kind = {
    name: "sqlite",
    open: async (folder) => Promise.resolve(openFile(join(folder, "shouyue.sqlite"))),
  };
  if (postgresFolder === undefined) return [sqlite];
  beforeAll(async () => {
    cluster = await startCluster();
  }, 120_000);
  afterAll(async () => cluster?.remove());
  return [
    sqlite,
    {
      name: "postgres",
      open: async (folder) => {
        if (cluster === undefined) throw new Error("the cluster starts before the tests");
        return openUrl(await cluster.url(basename(folder).replace(/\W/g, "_").toLowerCase()));
      },
    },
  ];
}

/** A database that must open; closed after the test. */
export async function openUrl(url: string): Promise<OpenedForTest> {
  const opened = await openPostgres(url, randomUUID, () => undefined);
  if (!opened.ok) throw new Error(JSON.stringify(opened.failure));
  let closed: Promise<void> | undefined;
  const { store, database } = opened.value;
  const closing: Store = { ...store, close: async () => (closed ??= store.close()) };
  onTestFinished(async () => closing.close());
  return { store: closing, database };
}
