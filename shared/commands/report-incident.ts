import { readPaperNumber } from "../lib/ids.ts";
import type { Instant } from "../lib/instants.ts";
import { fail, ok, type Result } from "../lib/result.ts";
import type { IncidentEvent } from "../records/index.ts";
import { create, type Edit } from "./edit.ts";
import { tidyText, tooLong, type IncidentText } from "./incident-text.ts";
import { toldTimeFailure } from "./told-times.ts";

/** A new fault as the form has it. `reportedAt` starts the clocks; `occurredAt` is when it was noticed. */
export type IncidentReport = Omit<IncidentText, "title"> & {
  readonly title: string;
  /** Undefined: the form was left without one. */
  readonly reportedAt: Instant | undefined;
  /** The number printed on a blank form that was filled in by hand, to be kept instead of a new one. */
  readonly printedNumber?: string | undefined;
};

export interface ReportFailure {
  readonly field: keyof IncidentReport;
  readonly kind:
    "missing" | "tooLong" | "notATime" | "inTheFuture" | "occurredAfterReport" | "notANumber" | "numberTaken";
}

export interface ReportContext {
  readonly now: Instant;
  /** Taken from the desk's own range, so that it never collides. */
  readonly number: string;
  readonly ids: readonly [incident: string, event: string];
  /** How far this machine's clock is ahead of the service's, where the service said (clocks R14). */
  readonly clockOffsetMs?: number | undefined;
}

/**
 * Writes a new incident and the report that opens its timeline. When it occurred, when it was reported
 * and when that was written down stay three times (clocks R2). Unsaid, it is of normal severity and came
 * by telephone. Every wrong field is reported, not only the first.
 */
export function reportIncident(
  report: IncidentReport,
  { now, number, ids, clockOffsetMs }: ReportContext,
): Result<Edit[], ReportFailure[]> {
  const failures = reportFailures(report, now);
  const { reportedAt, ...rest } = report;
  if (failures.length > 0 || reportedAt === undefined) return fail(failures);
  const text = tidyText(rest);
  const channel = text.channel ?? "phone";
  const event: IncidentEvent = {
    incidentId: ids[0],
    kind: "reported",
    at: reportedAt,
    recordedAt: now,
    channel,
  };
  if (text.reporter !== undefined) event.by = text.reporter;
  if (clockOffsetMs !== undefined) event.clockOffsetMs = Math.round(clockOffsetMs);
  return ok([
    create("incident", ids[0], { severity: "normal", ...text, title: rest.title.trim(), number, channel }),
    create("incidentEvent", ids[1], event),
  ]);
}

/** What the form has to mark, before a number is taken for it. */
export function reportFailures(report: IncidentReport, now: Instant): ReportFailure[] {
  const failures: ReportFailure[] = tooLong(report).map((field) => ({ field, kind: "tooLong" }));
  if (report.title.trim() === "") failures.push({ field: "title", kind: "missing" });
  const { reportedAt, occurredAt, printedNumber = "" } = report;
  if (printedNumber.trim() !== "" && readPaperNumber(printedNumber) === undefined) {
    failures.push({ field: "printedNumber", kind: "notANumber" });
  }
  if (reportedAt === undefined) failures.push({ field: "reportedAt", kind: "missing" });
  for (const field of ["reportedAt", "occurredAt"] as const) {
    const at = report[field];
    const kind = at === undefined ? undefined : toldTimeFailure(at, now);
    if (kind !== undefined) failures.push({ field, kind });
  }
  if (reportedAt !== undefined && occurredAt !== undefined && occurredAt > reportedAt) {
    failures.push({ field: "occurredAt", kind: "occurredAfterReport" });
  }
  return failures;
}
