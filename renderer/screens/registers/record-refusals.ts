import { checkClause, type ClauseFailure } from "../../../shared/commands/contracts/check-clause.ts";
import type { RecordData, RecordType } from "../../../shared/records/index.ts";
import { readQuietHours } from "../../../shared/rules/alerts/quiet-hours.ts";
import { calendarOf, type CalendarRecordFailure } from "../../../shared/rules/clauses/calendar-of.ts";

/** Why a record of a register is not taken as it was typed, and the field to change. */
export type RecordRefusal =
  | { readonly field: string; readonly kind: "calendar"; readonly failure: CalendarRecordFailure }
  | { readonly field: string; readonly kind: "quietHours" | "endBeforeStart" | "noticeAfterEnd" }
  | { readonly field: string; readonly kind: ClauseFailure["kind"] };

/**
 * What nothing could be counted with, though each field by itself is well-formed: a calendar that never opens or cannot
 * be read, a clause that stops before it starts, an end before its start, quiet hours that are none. `data` has passed
 * the schema of its type.
 */
export function recordRefusals(
  type: RecordType,
  data: Readonly<Record<string, unknown>>,
): readonly RecordRefusal[] {
  switch (type) {
    case "calendar":
      return calendarRefusals(data as RecordData<"calendar">);
    case "hospital": {
      const { quietHours } = data as RecordData<"hospital">;
      return readQuietHours(quietHours).ok ? [] : [{ field: "quietHours", kind: "quietHours" }];
    }
    case "clause": {
      const { effectiveFrom, effectiveTo, ...terms } = data as RecordData<"clause">;
      const { failures } = checkClause(terms);
      return [
        ...failures.map(({ field, kind }) => ({ field, kind })),
        ...orderRefusals("effectiveTo", effectiveFrom, effectiveTo),
      ];
    }
    case "contract":
    case "term": {
      const { startDate, endDate, noticeDate } = data as RecordData<"contract" | "term">;
      const isLate = noticeDate !== undefined && noticeDate > endDate;
      const late = isLate ? [{ field: "noticeDate", kind: "noticeAfterEnd" } as const] : [];
      return [...orderRefusals("endDate", startDate, endDate), ...late];
    }
    default:
      return [];
  }
}

function orderRefusals(
  field: string,
  from: string | undefined,
  to: string | undefined,
): readonly RecordRefusal[] {
  return from !== undefined && to !== undefined && to < from ? [{ field, kind: "endBeforeStart" }] : [];
}

function calendarRefusals(data: RecordData<"calendar">): readonly RecordRefusal[] {
  const read = calendarOf(data);
  if (read.ok) return [];
  return [{ field: fieldOf(read.failure), kind: "calendar", failure: read.failure }];
}

/** The field that a failure is about; where it is about the week as a whole, Monday's. */
function fieldOf(failure: CalendarRecordFailure): string {
  switch (failure.kind) {
    case "badSeason":
    case "badMonthDay":
    case "seasonsOverlap":
      return "seasons";
    case "badOverride":
    case "badDate":
    case "dateBothOffAndWork":
      return "overrides";
    case "neverOpens":
    case "notACalendar":
      return "mon";
    default:
      return "season" in failure ? "seasons" : failure.weekday;
  }
}
