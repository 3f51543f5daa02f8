import { describe, expect, test } from "vitest";
import {
  checkClause,
  type ClauseDraft,
  type ClauseFailure,
  type ClauseWarning,
} from "../../../../shared/commands/contracts/check-clause.ts";
import { clauseTermsOf } from "../../../../shared/commands/contracts/clause-terms.ts";
import { clause } from "./sample-contract.ts";

const good: ClauseDraft = clauseTermsOf(clause("k1").data);

describe("a clause", () => {
  test("that counts from one event to another is fine", () => {
    expect(checkClause(good)).toEqual({ failures: [], warnings: [] });
  });

  const bad: readonly [string, ClauseDraft, readonly ClauseFailure[]][] = [
    ["without a stop event", { stopEvent: undefined }, [{ kind: "missing", field: "stopEvent" }]],
    ["without a start event", { startEvent: undefined }, [{ kind: "missing", field: "startEvent" }]],
    ["without a name", { name: "  " }, [{ kind: "missing", field: "name" }]],
    [
      "without target and unit",
      { target: undefined, unit: undefined },
      [
        { kind: "missing", field: "target" },
        { kind: "missing", field: "unit" },
      ],
    ],
    ["that stops where it starts", { stopEvent: "reported" }, [{ kind: "stopIsStart", field: "stopEvent" }]],
    [
      "that stops before it starts",
      { startEvent: "resolved", stopEvent: "arrived" },
      [{ kind: "stopBeforeStart", field: "stopEvent" }],
    ],
    [
      "that stops at the report",
      { startEvent: "remoteFailed", stopEvent: "reported" },
      [{ kind: "stopBeforeStart", field: "stopEvent" }],
    ],
    ["that stops at a remark", { stopEvent: "note" }, [{ kind: "notAMilestone", field: "stopEvent" }]],
    ["that starts at a pause", { startEvent: "paused" }, [{ kind: "notAMilestone", field: "startEvent" }]],
    ["with a negative target", { target: -1 }, [{ kind: "negative", field: "target" }]],
    ["with half an hour as 0.5", { target: 0.5 }, [{ kind: "notWhole", field: "target" }]],
    ["with no number at all", { target: Number.NaN }, [{ kind: "notWhole", field: "target" }]],
    [
      "of two hundred years",
      { target: 73_050, unit: "day24h" },
      [{ kind: "overHundredYears", field: "target" }],
    ],
    ["with a name without end", { name: "长".repeat(501) }, [{ kind: "tooLong", field: "name" }]],
  ];
  test.each(bad)("%s is refused", (_name, patch, failures) => {
    expect(checkClause({ ...good, ...patch }).failures).toEqual(failures);
  });

  const odd: readonly [string, ClauseDraft, readonly ClauseWarning[]][] = [
    ["of 0 minutes is due at the first covered instant", { target: 0 }, [{ kind: "dueAtOnce" }]],
    ["of exactly ten years counts like any other", { target: 87_600 }, []],
    ["of eleven years counts, and says so", { target: 96_360 }, [{ kind: "overTenYears" }]],
    [
      "in working days under 7×24 is counted in the calendar",
      { unit: "workingDay" },
      [{ kind: "coverageIgnored" }],
    ],
    [
      "in calendar days runs day and night, whatever calendar is named",
      { unit: "calendarDay", coverage: "calendar", calendarId: "cal" },
      [{ kind: "calendarIgnored" }],
    ],
    ["under 7×24 does not use the calendar it names", { calendarId: "cal" }, [{ kind: "calendarIgnored" }]],
    ["on working days of a calendar is plain", { unit: "workingDay", coverage: "calendar" }, []],
    ["on a response that may be paused says so", { pauses: "agreed" }, [{ kind: "pausedResponse" }]],
  ];
  test.each(odd)("%s", (_name, patch, warnings) => {
    expect(checkClause({ ...good, ...patch })).toEqual({ failures: [], warnings });
  });
});
