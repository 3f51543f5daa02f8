import { expect } from "@playwright/test";
import { registry, type RecordType } from "../../shared/records/index.ts";
import { changeOf } from "./changes.ts";

/** A record as another desk of the office wrote it down: its type, its id, its fields. */
export type KeptRecord = readonly [type: RecordType, id: string, data: Readonly<Record<string, unknown>>];

/** Puts records into a service that is empty so far, as if a desk of the office had made them before. */
export async function keepRecords(address: string, records: readonly KeptRecord[]): Promise<void> {
  const changes = records.map(([type, recordId, patch], at) => ({
    ...changeOf("7K2M9P", at + 1, {}, { type, recordId, schemaVersion: registry[type].version }),
    patch,
  }));
  const pushed = await fetch(`${address}api/push`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ changes }),
  });
  expect(pushed.status).toBe(200);
}
