import { createHash, createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import {
  chained,
  EMPTY_TRAIL,
  zAuditEntry,
  type AuditEntry,
  type AuditFact,
  type AuditHead,
} from "../../shared/audit/entry.ts";
import { auditEntryLine, auditHeaderLine } from "../../shared/audit/file.ts";
import { instant } from "../../shared/lib/instants.ts";
import { must } from "../../shared/lib/must.ts";
import type { Sql } from "../store/sql.ts";

/** What happened, as it goes into the trail. `detail` has no place for what people wrote. */
export type Happening = Pick<AuditFact, "what"> & Partial<Omit<AuditFact, "tenant" | "at" | "what">>;

/**
 * Adds to the tenant's trail, in the transaction of what it records: `sql` is inside one. Whoever adds holds the head
 * until the transaction ends, so that the chain never forks, however many processes serve one database.
 */
export async function recordAct(
  sql: Sql,
  tenant: string,
  nowMs: number,
  act: Happening,
): Promise<AuditEntry> {
  // The row is locked by writing to it; a plain read would let two entries follow one.
  const [held] = await sql.all("UPDATE audit_heads SET n = n WHERE tenant = ? RETURNING n, hash", [tenant]);
  const head: AuditHead =
    held === undefined ? EMPTY_TRAIL : { n: Number(held["n"]), hash: String(held["hash"]) };
  const { what, who = "", desk = "", target = "", outcome = "done", detail = {} } = act;
  const fact: AuditFact = { tenant, at: instant(nowMs), who, desk, what, target, outcome, detail };
  const entry = chained(fact, head, sha256);
  if (held === undefined) {
    await sql.run("INSERT INTO audit_heads (tenant, n, hash) VALUES (?, ?, ?)", [
      tenant,
      entry.n,
      entry.hash,
    ]);
  } else {
    await sql.run("UPDATE audit_heads SET n = ?, hash = ? WHERE tenant = ?", [entry.n, entry.hash, tenant]);
  }
  await sql.run("INSERT INTO audit (tenant, n, body) VALUES (?, ?, ?)", [
    tenant,
    entry.n,
    auditEntryLine(entry),
  ]);
  return entry;
}

export async function headOfTrail(sql: Sql, tenant: string): Promise<AuditHead> {
  const [row] = await sql.all("SELECT n, hash FROM audit_heads WHERE tenant = ?", [tenant]);
  return row === undefined ? EMPTY_TRAIL : { n: Number(row["n"]), hash: String(row["hash"]) };
}

/** Entries below `before` (undefined: from the end), newest first, at most `limit`. */
export async function readTrail(
  sql: Sql,
  tenant: string,
  before: number | undefined,
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await sql.all("SELECT body FROM audit WHERE tenant = ? AND n < ? ORDER BY n DESC LIMIT ?", [
    tenant,
    before ?? Number.MAX_SAFE_INTEGER,
    limit,
  ]);
  return rows.map(({ body }) => zAuditEntry.parse(JSON.parse(String(body))));
}

const EXPORT_PAGE = 1000;

/** The lines of an export up to the head of this moment, signed with the office's key. */
export async function* exportTrail(sql: Sql, tenant: string, nowMs: number): AsyncGenerator<string> {
  const head = await headOfTrail(sql, tenant);
  const [office] = await sql.all("SELECT private_key, public_key FROM offices WHERE tenant = ?", [tenant]);
  const keys = must(office, "an office that was set up has its keys");
  const privateKey = createPrivateKey({
    key: Buffer.from(String(keys["private_key"]), "base64"),
    type: "pkcs8",
    format: "der",
  });
  const about = { tenant, exportedAt: instant(nowMs), head, key: String(keys["public_key"]) };
  yield auditHeaderLine(about, (text) => sign(null, Buffer.from(text), privateKey).toString("base64"));
  for (let after = 0; after < head.n; after += EXPORT_PAGE) {
    const upTo = Math.min(after + EXPORT_PAGE, head.n);
    const rows = await sql.all("SELECT body FROM audit WHERE tenant = ? AND n > ? AND n <= ? ORDER BY n", [
      tenant,
      after,
      upTo,
    ]);
    for (const { body } of rows) yield String(body);
  }
}

/** A new office's key pair, base64. It signs exports of the trail and nothing else. */
export function freshKeys(): { readonly privateKey: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  return {
    privateKey: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
    publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
  };
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
