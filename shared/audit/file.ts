import { z } from "zod";
import { canonical } from "../lib/canonical.ts";
import { hashOf, zAuditEntry, zAuditHead, type AuditEntry, type AuditHead, type Sha256 } from "./entry.ts";

/**
 * An exported trail: lines of canonical JSON, first this one, then every entry. The signature says that the service that
 * holds the key saw this head; it is over the header's canonical JSON without `signature`.
 */
const zAuditHeader = z.strictObject({
  format: z.literal("shouyue-audit"),
  version: z.literal(1),
  tenant: z.string().min(1).max(64),
  exportedAt: z.iso.datetime({ precision: 3 }),
  /** Where the trail ended when it was exported. */
  head: zAuditHead,
  /** The service's public key: Ed25519, SPKI, base64. */
  key: z.string().max(200),
  signature: z.string().max(200),
});
type AuditHeader = z.infer<typeof zAuditHeader>;

/** The first line of an export. `sign` gives an Ed25519 signature of a text, base64. */
export function auditHeaderLine(
  about: Pick<AuditHeader, "tenant" | "exportedAt" | "head" | "key">,
  sign: (text: string) => string,
): string {
  const header = { format: "shouyue-audit", version: 1, ...about };
  return canonical({ ...header, signature: sign(canonical(header)) });
}

export function auditEntryLine(entry: AuditEntry): string {
  return canonical(entry);
}

/** True for the first line of an exported trail, whole or not. */
export function isAuditFile(firstLine: string): boolean {
  return firstLine.includes('"format":"shouyue-audit"');
}

/** What this room needs to be lent: it has no cryptography of its own. */
export interface AuditCheck {
  readonly sha256: Sha256;
  /** Whether `signature` is that of `text` by the holder of `key`; false for anything malformed. */
  readonly isSigned: (text: string, key: string, signature: string) => boolean;
}

type AuditBreakKind =
  /** Not the text that the product writes: a byte was changed, or the line cut. */
  | "badLine"
  | "badHeader"
  | "badSignature"
  /** The entry is well formed, and not what its hash says. */
  | "altered"
  /** A number is missing or out of its place: something was removed, added or reordered. */
  | "outOfOrder"
  /** It does not follow from the entry before it. */
  | "brokenLink"
  /** Of another hospital's trail. */
  | "otherTenant"
  /** It ends before, or after, the head that its header states. */
  | "truncated"
  | "tooLong"
  /** Sound in itself, and not the trail whose head somebody wrote down. */
  | "notTheRememberedTrail";

export type AuditVerdict =
  | {
      readonly ok: true;
      readonly records: number;
      /** Times of the first and the last entry; absent from an empty trail. */
      readonly from?: string;
      readonly to?: string;
      readonly head: AuditHead;
      readonly key: string;
    }
  /** `at`: the number of the entry, or of the one expected there; 0 is the header. */
  | { readonly ok: false; readonly at: number; readonly kind: AuditBreakKind };

/**
 * Checks an exported trail line by line, so that a trail of years needs no memory. Give it every line, then ask `end`;
 * after the first break nothing more is looked at. `remembered` is a head that somebody wrote down earlier.
 */
export function auditVerifier(
  { sha256, isSigned }: AuditCheck,
  remembered?: AuditHead,
): { line(text: string): void; end(): AuditVerdict } {
  let header: AuditHeader | undefined;
  let broken: { ok: false; at: number; kind: AuditBreakKind } | undefined;
  let last: AuditHead = { n: 0, hash: "0".repeat(64) };
  let from: string | undefined;
  let to: string | undefined;
  let metRemembered = remembered === undefined || remembered.n === 0;

  /** The kind of break, or undefined and the line is taken. */
  const takeHeader = (text: string): AuditBreakKind | undefined => {
    header = parsed(text, zAuditHeader);
    if (header === undefined) return "badHeader";
    const unsigned = canonical({ ...header, signature: undefined });
    return isSigned(unsigned, header.key, header.signature) ? undefined : "badSignature";
  };

  const takeEntry = (text: string, { tenant, head }: AuditHeader): AuditBreakKind | undefined => {
    const at = last.n + 1;
    const entry = parsed(text, zAuditEntry);
    if (entry === undefined) return "badLine";
    if (hashOf(entry, sha256) !== entry.hash) return "altered";
    if (entry.n !== at) return "outOfOrder";
    if (entry.previous !== last.hash) return "brokenLink";
    if (entry.tenant !== tenant) return "otherTenant";
    if (at > head.n) return "tooLong";
    if (remembered?.n === at) {
      if (remembered.hash !== entry.hash) return "notTheRememberedTrail";
      metRemembered = true;
    }
    last = { n: at, hash: entry.hash };
    from ??= entry.at;
    to = entry.at;
    return undefined;
  };

  return {
    line: (text) => {
      if (broken !== undefined) return;
      const at = header === undefined ? 0 : last.n + 1;
      const kind = header === undefined ? takeHeader(text) : takeEntry(text, header);
      if (kind !== undefined) broken = { ok: false, at, kind };
    },
    end: () => {
      if (broken !== undefined) return broken;
      if (header === undefined) return { ok: false, at: 0, kind: "badHeader" };
      if (last.n < header.head.n) return { ok: false, at: last.n + 1, kind: "truncated" };
      if (last.hash !== header.head.hash) return { ok: false, at: last.n, kind: "brokenLink" };
      if (!metRemembered) return { ok: false, at: last.n, kind: "notTheRememberedTrail" };
      const times = from === undefined || to === undefined ? {} : { from, to };
      return { ok: true, records: last.n, ...times, head: last, key: header.key };
    },
  };
}

/** The value of a line that is exactly what the product would write: no blank, no second key of a name. */
function parsed<T>(text: string, schema: z.ZodType<T>): T | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  const read = schema.safeParse(value);
  return read.success && canonical(read.data) === text ? read.data : undefined;
}
