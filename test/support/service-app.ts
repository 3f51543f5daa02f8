import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { onTestFinished } from "vitest";
import { buildApp, type Parts } from "../../server/app.ts";
import { blobsIn } from "../../server/store/blobs.ts";
import { openSqlite, type OpenedSqlite } from "../../server/store/sqlite.ts";
import type { Store } from "../../server/store/store.ts";
import { tempFolder } from "./temp-folder.ts";

/** A file that must open; closed after the test. */
export function openFile(file: string): OpenedSqlite {
  const opened = openSqlite(file, randomUUID);
  if (!opened.ok) throw new Error(opened.failure.kind);
  const { store } = opened.value;
  onTestFinished(async () => store.close().catch(() => undefined));
  return opened.value;
}

export function openStore(file: string): Store {
  return openFile(file).store;
}

/** The real service on a real SQLite file, without a port. */
export function serviceApp(
  options: { readonly file?: string; readonly blobs?: string } & Partial<Omit<Parts, "blobs">> = {},
): {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly copyTo: OpenedSqlite["copyTo"];
  readonly lines: string[];
} {
  const folder = tempFolder();
  const lines: string[] = [];
  const { store, database, copyTo } = openFile(options.file ?? join(folder, "shouyue.sqlite"));
  const app = buildApp({
    store,
    database,
    window: undefined,
    log: (line) => lines.push(line),
    ...options,
    blobs: blobsIn(options.blobs ?? join(folder, "blobs")),
  });
  onTestFinished(async () => app.close());
  return { app, store, copyTo, lines };
}
