// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- nothing else says that the declaration is used
/// <reference path="./pouchdb-browser.d.ts" />
import Dexie from "dexie";
import PouchDB from "pouchdb-browser";
import { createRxDatabase, type RxCollection, type RxJsonSchema } from "rxdb/plugins/core";
import { getRxStorageDexie } from "rxdb/plugins/storage-dexie";
import { FIELDS, INDEXED, type HistoryRow } from "./history.ts";
import { drop } from "./ours.ts";

/** How much a peer is given at once: as much as it takes well. */
const ROWS_A_TIME = 10_000;

export interface KeyedRow extends HistoryRow {
  readonly id: string;
}

/** The floor of all writing: rows as they are, four indexes, one strict transaction. */
export async function putBare(rows: readonly HistoryRow[]): Promise<void> {
  const name = `bare-${Math.random()}`;
  const db = await openBare(name);
  await new Promise<void>((done, failed) => {
    const transaction = db.transaction("rows", "readwrite", { durability: "strict" });
    const store = transaction.objectStore("rows");
    for (const row of rows) store.add({ id: row.number, ...row });
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(new Error(`bare add failed: ${String(transaction.error)}`));
  });
  db.close();
  await drop(name);
}

export async function putDexie(rows: readonly HistoryRow[]): Promise<void> {
  const name = `dexie-${Math.random()}`;
  const db = new Dexie(name, { chromeTransactionDurability: "strict" });
  db.version(1).stores({ rows: ["id", ...INDEXED].join(", ") });
  await db.table("rows").bulkAdd(rows.map((row) => ({ id: row.number, ...row })));
  db.close();
  await drop(name);
}

export async function putRxdb(rows: readonly HistoryRow[]): Promise<void> {
  const { collection, close } = await openRxdb();
  for (let from = 0; from < rows.length; from += ROWS_A_TIME) {
    const some = rows.slice(from, from + ROWS_A_TIME);
    const { error } = await collection.bulkInsert(some.map((row) => ({ id: row.number, ...row })));
    if (error.length > 0) throw new Error("RxDB refused rows");
  }
  await close();
}

export async function putPouch(rows: readonly HistoryRow[]): Promise<void> {
  const db = new PouchDB(`pouch-${Math.random()}`);
  for (let from = 0; from < rows.length; from += ROWS_A_TIME) {
    const some = rows.slice(from, from + ROWS_A_TIME);
    const answers = await db.bulkDocs(some.map((row) => ({ _id: row.number, ...row })));
    if (answers.some((answer) => "error" in answer)) throw new Error("PouchDB refused rows");
  }
  await db.destroy();
}

/** PouchDB's own replication from a server of CouchDB's protocol. */
export async function pullPouch(address: string, count: number): Promise<number> {
  const db = new PouchDB(`pouch-${Math.random()}`);
  const started = performance.now();
  const { docs_written: written } = await db.replicate.from(address, { batch_size: 2000 });
  const took = performance.now() - started;
  await db.destroy();
  if (written !== count) throw new Error(`PouchDB received ${written} of ${count}`);
  return took;
}

/** A collection of its own, on RxDB's Dexie storage, with the same four indexes. `close` removes it. */
export async function openRxdb(): Promise<{
  collection: RxCollection<KeyedRow>;
  close: () => Promise<unknown>;
}> {
  const storage = getRxStorageDexie();
  const name = `rxdb-${Math.random().toString(36).slice(2)}`;
  const db = await createRxDatabase({ name, storage, multiInstance: false });
  const texts = FIELDS.map((field) => [field, { type: "string", maxLength: 300 }] as const);
  const schema = {
    version: 0,
    type: "object",
    primaryKey: "id",
    properties: { id: { type: "string", maxLength: 40 }, ...Object.fromEntries(texts) },
    required: ["id", ...INDEXED],
    indexes: [...INDEXED],
  } as unknown as RxJsonSchema<KeyedRow>;
  const { rows } = await db.addCollections({ rows: { schema } });
  return { collection: rows as unknown as RxCollection<KeyedRow>, close: () => db.remove() };
}

export function openBare(name: string): Promise<IDBDatabase> {
  return new Promise((done, failed) => {
    const request = indexedDB.open(name, 1);
    request.onupgradeneeded = () => {
      const rows = request.result.createObjectStore("rows", { keyPath: "id" });
      for (const field of INDEXED) rows.createIndex(field, field);
    };
    request.onsuccess = () => done(request.result);
    request.onerror = () => failed(new Error("no store"));
  });
}
