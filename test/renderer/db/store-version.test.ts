import "fake-indexeddb/auto";
import { createHash } from "node:crypto";
import Dexie from "dexie";
import { expect, it } from "vitest";
import { create } from "../../../shared/commands/edit.ts";
import { openDesk } from "../../../renderer/db/open-desk.ts";
import { Store, STORE_VERSION } from "../../../renderer/db/store.ts";

/** The tables and indexes of each store version, as they went out. A changed line means: raise `STORE_VERSION`. */
const KNOWN: Readonly<Record<number, string>> = {
  2: "2fc976eff36c0d2e",
  3: "c8f8fb8235104368",
  4: "2aa488a631a74946",
  5: "df474d2843fd696c",
  6: "6fcd7bb4fc2fb4dd",
  7: "4ccb4f5b7752492f",
};

const OLD_TYPES =
  "hospital person vendor system module contract clause calendar incident incidentEvent visit backupPlan backupCheck fax attachment importBatch";

it("changes its tables and indexes only together with its version", () => {
  const store = new Store("shape", "strict");
  const tables = store.tables
    .map(({ name, schema }) => [name, schema.primKey.src, ...schema.indexes.map(({ src }) => src)].join(" "))
    .sort();
  const digest = createHash("sha256").update(tables.join("\n")).digest("hex").slice(0, 16);
  expect({ [STORE_VERSION]: digest }).toEqual({ [STORE_VERSION]: KNOWN[STORE_VERSION] });
});

it("opens a store of the first version, keeps what is in it and takes the new types", async () => {
  const old = new Dexie("kept");
  old.version(1).stores({
    ...Object.fromEntries(OLD_TYPES.split(" ").map((type) => [type, "id"])),
    heads: "++no, batchId",
    pages: "no",
    batches: "batchId",
    changes: "id, [desk+deskSeq], recordKey",
    steps: "++no",
    meta: "key",
    blobs: "sha256",
  });
  await old.table("vendor").put({
    id: "7K2M9P-000000001",
    type: "vendor",
    schemaVersion: 1,
    data: { name: "东软" },
    stamps: {},
  });
  old.close();

  const desk = await openDesk({ name: "kept", now: () => Date.UTC(2026, 10, 22), index: "inline" });
  expect((await desk.all("vendor")).map(({ data }) => data.name)).toEqual(["东软"]);
  const [id = ""] = await desk.newIds(1);
  const term = {
    contractId: "7K2M9P-000000002",
    kind: "renewal" as const,
    startDate: "2027-01-01",
    endDate: "2027-12-31",
    decidedDate: "2026-11-22",
    decidedBy: "主任",
  };
  expect((await desk.save({ zh: "续约", en: "Renew" }, [create("term", id, term)])).ok).toBe(true);
  expect(await desk.childrenOf("term", "7K2M9P-000000002")).toHaveLength(1);
  desk.close();
});
