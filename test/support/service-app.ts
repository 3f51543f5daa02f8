import { randomUUID } from "node:crypto";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { onTestFinished } from "vitest";
import { buildApp } from "../../server/app.ts";
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
export function serviceApp(options: { readonly window?: string; readonly file?: string } = {}): {
  readonly app: FastifyInstance;
  readonly store: Store;
  readonly copyTo: OpenedSqlite["copyTo"];
  readonly lines: string[];
} {
  const folder = tempFolder();
  const lines: string[] = [];
  const { store, copyTo } = openFile(options.file ?? join(folder, "shouyue.sqlite"));
  const app = buildApp({
    store,
    blobs: blobsIn(join(folder, "blobs")),
    window: options.window,
    log: (line) => lines.push(line),
  });
  onTestFinished(async () => app.close());
  return { app, store, copyTo, lines };
}
