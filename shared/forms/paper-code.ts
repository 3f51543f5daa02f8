import { fail, ok, type Result } from "../lib/result.ts";

/** Records whose paper bears a code that leads back to them. A paper of an incident bears the incident's. */
export const CODED_TYPES = ["incident", "breach", "agreement", "letter"] as const;
export type CodedType = (typeof CODED_TYPES)[number];

/** What the QR code on a paper leads back to: the record it states, or only the number of a blank. */
export type PaperCode =
  | { readonly kind: CodedType; readonly id: string; readonly number: string }
  | { readonly kind: "blank"; readonly number: string };

/** `shouyue:<type>:<id>?n=<number>` or `shouyue:number:<number>`; what an address cannot hold is percent-encoded. */
export function paperCode(code: PaperCode): string {
  const number = encodeURIComponent(code.number);
  return code.kind === "blank"
    ? `shouyue:number:${number}`
    : `shouyue:${code.kind}:${encodeURIComponent(code.id)}?n=${number}`;
}

const RECORD = new RegExp(`^shouyue:(${CODED_TYPES.join("|")}):([^?]+)\\?n=([^?&]+)$`);
const NUMBER = /^shouyue:number:([^?&]+)$/;

/** Reads a scanned code back; people scan all sorts of codes, so a strange one is a value, not an error. */
export function readPaperCode(text: string): Result<PaperCode, { readonly kind: "notOurs" }> {
  const trimmed = text.trim();
  const record = RECORD.exec(trimmed);
  const number = decoded(record?.[3] ?? NUMBER.exec(trimmed)?.[1]);
  if (number === undefined) return fail({ kind: "notOurs" });
  if (record === null) return ok({ kind: "blank", number });
  const kind = CODED_TYPES.find((type) => type === record[1]);
  const id = decoded(record[2]);
  return kind === undefined || id === undefined ? fail({ kind: "notOurs" }) : ok({ kind, id, number });
}

function decoded(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
