import { z } from "zod";
import { canonical } from "../lib/canonical.ts";

const zHash = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * One line of the audit trail: who did what to whom, when, from which desk, and what came of it. Never what records say,
 * never a password, not even what somebody typed for a name.
 */
const zAuditFact = z.strictObject({
  tenant: z.string().min(1).max(64),
  /** UTC, by the service's clock. */
  at: z.iso.datetime({ precision: 3 }),
  /** The account; empty where nobody was signed in. */
  who: z.string().max(64),
  /** The enrolled desk; empty where there was none. */
  desk: z.string().max(64),
  what: z.string().min(1).max(64),
  /** The account, desk or session that it was done to; empty where there is none. */
  target: z.string().max(100),
  /** `done`, or the code of the refusal. */
  outcome: z.string().min(1).max(64),
  /** Roles before and after, counts, codes. `merged: yes` where one person holds what three should. */
  detail: z.record(z.string().max(40), z.string().max(200)),
});
export type AuditFact = z.infer<typeof zAuditFact>;

/** A fact in its place: numbered from 1 without a gap, and tied to the one before it. */
export const zAuditEntry = z.strictObject({
  ...zAuditFact.shape,
  n: z.number().int().positive(),
  previous: zHash,
  /** SHA-256, in hex, of the canonical JSON of everything above. */
  hash: zHash,
});
export type AuditEntry = z.infer<typeof zAuditEntry>;

/** Where a trail ends. Whoever remembers it can tell that nothing before it was changed or left out. */
export const zAuditHead = z.strictObject({ n: z.number().int().nonnegative(), hash: zHash });
export type AuditHead = z.infer<typeof zAuditHead>;

export const EMPTY_TRAIL: AuditHead = { n: 0, hash: "0".repeat(64) };

/** SHA-256 of a text's UTF-8, in hex: whoever calls has one, this room has none. */
export type Sha256 = (text: string) => string;

/** The next entry of the trail that ends at `head`. */
export function chained(fact: AuditFact, head: AuditHead, sha256: Sha256): AuditEntry {
  const unsigned = { ...fact, n: head.n + 1, previous: head.hash };
  return { ...unsigned, hash: sha256(canonical(unsigned)) };
}

/** What an entry's hash should be. */
export function hashOf(entry: AuditEntry, sha256: Sha256): string {
  return sha256(canonical({ ...entry, hash: undefined }));
}
