import { describe, expect, it } from "vitest";
import { clockUnder, readingsDiffer } from "../../../../../renderer/screens/incidents/pauses/modes.ts";
import { epochMs, formatWall } from "../../../../../shared/lib/instants.ts";
import { must } from "../../../../../shared/lib/must.ts";
import type { Agreement } from "../../../../../shared/records/pause-terms.ts";
import { clauseClocks } from "../../../../../shared/rules/clauses/clause-clocks.ts";
import type { Line } from "../../../../../shared/rules/incidents/timeline.ts";
import { clauseOf, event, wall } from "../../../../shared/rules/clauses/fixtures.ts";

function clockWith(agreement: Agreement | undefined, more: readonly Line[] = []) {
  const pause: Line[] =
    agreement === undefined
      ? []
      : [{ ...event("2026-11-23 09:00", "paused"), agreement }, event("2026-11-23 10:00", "resumed")];
  const [clock] = clauseClocks(
    { number: "1", title: "无法登录" },
    [event("2026-11-23 08:00", "reported"), ...pause, ...more],
    [clauseOf({ coverage: "always" })],
    { calendars: [], notices: [] },
    epochMs(wall("2026-11-23 11:00")),
  );
  return must(clock, "one clause, one clock");
}

const dueUnder = (agreement: Agreement, mode: "both" | "hospital" | "all"): string =>
  formatWall(clockUnder(clockWith(agreement), mode).dueAt ?? "");

describe("the three readings of the pauses", () => {
  it("deducts from each only what its side holds", () => {
    expect(dueUnder("vendor", "hospital")).toBe("2026-11-23 12:00");
    expect(dueUnder("vendor", "all")).toBe("2026-11-23 13:00");
    expect(dueUnder("hospital", "both")).toBe("2026-11-23 12:00");
    expect(dueUnder("both", "both")).toBe("2026-11-23 13:00");
  });

  it("asks nobody to choose where all of them say the same", () => {
    expect(readingsDiffer(clockWith("vendor"))).toBe(true);
    expect(readingsDiffer(clockWith("hospital"))).toBe(true);
    expect(readingsDiffer(clockWith("both"))).toBe(false);
    expect(readingsDiffer(clockWith(undefined))).toBe(false);
  });

  it("leaves a contested clock contested: pauses decide no times", () => {
    const told = [event("2026-11-23 09:30", "resolved"), event("2026-11-23 14:30", "resolved")];
    const clock = clockWith("vendor", told);
    expect(clock.state).toBe("contested");
    expect(clockUnder(clock, "all").state).toBe("contested");
  });
});
