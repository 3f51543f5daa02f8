import { fail, ok, type Result } from "../../../../shared/lib/result.ts";
import type { ClauseClock } from "../../../../shared/rules/clauses/clause-clock.ts";
import type { Line } from "../../../../shared/rules/incidents/timeline.ts";
import { verdictTexts, type VerdictDigests } from "../../../../shared/rules/verdicts/frozen.ts";

/** A plain-http page on a network is no secure context and cannot digest. */
export interface InsecurePage {
  readonly kind: "insecurePage";
}

/** SHA-256, in hex, of what each clock is counted with, by clause id (clocks R10). */
export async function digestsOf(
  clocks: readonly ClauseClock[],
  events: readonly Line[],
): Promise<Result<ReadonlyMap<string, VerdictDigests>, InsecurePage>> {
  // Typed as always there; it is absent where the page is no secure context.
  const subtle = globalThis.crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return fail({ kind: "insecurePage" });
  const entries = await Promise.all(
    clocks.map(async (clock) => {
      const { clauseDigest, calendarDigest, eventsDigest } = verdictTexts(clock, events);
      const [clause, calendar, timeline] = await Promise.all([
        sha256(subtle, clauseDigest),
        sha256(subtle, calendarDigest),
        sha256(subtle, eventsDigest),
      ]);
      return [
        clock.clauseId,
        { clauseDigest: clause, calendarDigest: calendar, eventsDigest: timeline },
      ] as const;
    }),
  );
  return ok(new Map(entries));
}

async function sha256(subtle: SubtleCrypto, text: string): Promise<string> {
  const digest = new Uint8Array(await subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
