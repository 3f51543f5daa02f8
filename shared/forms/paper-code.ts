import { fail, ok, type Result } from "../lib/result.ts";

/** What the QR code on a paper leads back to: the incident it reports, or only the number of a blank. */
export type PaperCode =
  | { readonly kind: "incident"; readonly id: string; readonly number: string }
  | { readonly kind: "blank"; readonly number: string };

/** `shouyue:incident:<id>?n=<number>` or `shouyue:number:<number>`; what an address cannot hold is percent-encoded. */
export function paperCode(code: PaperCode): string {
  const number = encodeURIComponent(code.number);
  return code.kind === "blank"
    ? `shouyue:number:${number}`
    : `shouyue:incident:${encodeURIComponent(code.id)}?n=${number}`;
}

const INCIDENT = /^shouyue:incident:([^?]+)\?n=([^?&]+)$/;
const NUMBER = /^shouyue:number:([^?&]+)$/;

/** Reads a scanned code back; people scan all sorts of codes, so a strange one is a value, not an error. */
export function readPaperCode(text: string): Result<PaperCode, { readonly kind: "notOurs" }> {
  const trimmed = text.trim();
  const incident = INCIDENT.exec(trimmed);
  const id = decoded(incident?.[1]);
  const number = decoded(incident?.[2] ?? NUMBER.exec(trimmed)?.[1]);
  if (number === undefined) return fail({ kind: "notOurs" });
  if (incident === null) return ok({ kind: "blank", number });
  return id === undefined ? fail({ kind: "notOurs" }) : ok({ kind: "incident", id, number });
}

function decoded(part: string | undefined): string | undefined {
  if (part === undefined) return undefined;
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
