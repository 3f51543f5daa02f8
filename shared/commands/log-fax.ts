import type { Instant } from "../lib/instants.ts";
import { fail, ok, type Result } from "../lib/result.ts";
import type { Fax } from "../records/index.ts";
import { create, type Edit } from "./edit.ts";
import { toldTimeFailure } from "./told-times.ts";

/** What the clerk wrote down beside the fax machine; empty texts are not known. */
export interface FaxEntry {
  readonly incidentId: string;
  readonly form: string;
  readonly paperNumber: string;
  readonly kind: Fax["kind"];
  readonly at: Instant;
  readonly sentTo: string;
  readonly faxNumber: string;
  readonly by: string;
  readonly pages: number | undefined;
  readonly confirmedBy: string;
  readonly startsClock: boolean;
  readonly note: string;
}

export interface LogFaxFailure {
  readonly field: keyof FaxEntry;
  readonly kind:
    | "missing"
    | "notATime"
    | "inTheFuture"
    | "notAFaxNumber"
    | "notAPageCount"
    /** Only a fax that went out can start a clock. */
    | "cannotStartClock"
    /** An earlier fax of this incident already does. */
    | "clockAlreadyStarted"
    | "tooLong";
}

export interface LogFaxContext {
  readonly now: Instant;
  /** Two fresh ids: one for the log line, one for the event it may start. */
  readonly ids: readonly [fax: string, event: string];
  /** The fax log of this incident so far. */
  readonly log: readonly Fax[];
}

/**
 * Writes one line of the fax log; when it is to start the clock, also a `reported` event at the time of sending,
 * by fax, with the paper's number as its proof. Every wrong field is reported, not only the first.
 * Source: checklist F04 (fax log; the sent time can be the clock's start), clocks R2.
 */
export function logFax(entry: FaxEntry, context: LogFaxContext): Result<Edit[], LogFaxFailure[]> {
  const failures = check(entry, context);
  if (failures.length > 0) return fail(failures);
  const { incidentId, at } = entry;
  const recordedAt = context.now;
  const sentTo = entry.sentTo.trim();
  const by = entry.by.trim();
  const paperNumber = entry.paperNumber.trim();
  const edits = [
    create("fax", context.ids[0], {
      incidentId,
      form: entry.form,
      paperNumber,
      kind: entry.kind,
      at,
      recordedAt,
      ...known("sentTo", sentTo),
      ...known("faxNumber", halfWidth(entry.faxNumber).trim()),
      ...known("by", by),
      ...(entry.pages === undefined ? {} : { pages: entry.pages }),
      ...known("confirmedBy", entry.confirmedBy.trim()),
      ...(entry.startsClock ? { startsClock: true } : {}),
      ...known("note", entry.note.trim()),
    }),
  ];
  if (entry.startsClock) {
    edits.push(
      create("incidentEvent", context.ids[1], {
        incidentId,
        kind: "reported",
        at,
        recordedAt,
        ...known("by", by),
        channel: "fax",
        proof: paperNumber,
        ...known("note", sentTo === "" ? "" : `传真至${sentTo}`),
      }),
    );
  }
  return ok(edits);
}

const LINE_LIMIT = 500;

function check(entry: FaxEntry, { now, log }: LogFaxContext): LogFaxFailure[] {
  const failures: LogFaxFailure[] = [];
  const wrong = (field: LogFaxFailure["field"], kind: LogFaxFailure["kind"]): void => {
    failures.push({ field, kind });
  };
  for (const field of ["incidentId", "form", "paperNumber"] as const) {
    if (entry[field].trim() === "") wrong(field, "missing");
  }
  for (const field of ["paperNumber", "sentTo", "by", "confirmedBy"] as const) {
    if (entry[field].length > LINE_LIMIT) wrong(field, "tooLong");
  }
  const timeFailure = toldTimeFailure(entry.at, now);
  if (timeFailure !== undefined) wrong("at", timeFailure);
  if (!isFaxNumber(entry.faxNumber)) wrong("faxNumber", "notAFaxNumber");
  if (entry.pages !== undefined && !(Number.isInteger(entry.pages) && entry.pages >= 1 && entry.pages <= 999))
    wrong("pages", "notAPageCount");
  // Who said so is the whole worth of a confirmation.
  if (entry.kind === "confirmed" && entry.confirmedBy.trim() === "") wrong("confirmedBy", "missing");
  if (entry.startsClock && entry.kind !== "sent" && entry.kind !== "resent")
    wrong("startsClock", "cannotStartClock");
  else if (entry.startsClock && log.some((line) => line.startsClock === true))
    wrong("startsClock", "clockAlreadyStarted");
  return failures;
}

/** Empty, or at least five digits with what people put between them: `+86 (0832) 222-1234 转 801`. */
function isFaxNumber(text: string): boolean {
  const plain = halfWidth(text).trim();
  if (plain === "") return true;
  const digits = plain.replace(/\D/g, "").length;
  return /^[\d\s+()\-–—转,#*]{1,40}$/.test(plain) && digits >= 5 && digits <= 25;
}

function halfWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
}

function known<K extends string>(key: K, text: string): Partial<Record<K, string>> {
  // The key is the one given; the compiler widens computed keys to `string`.
  return text === "" ? {} : ({ [key]: text } as Partial<Record<K, string>>);
}
