import { describe, expect, it } from "vitest";
import { termAlerts } from "../../../../shared/rules/alerts/term-alerts.ts";
import { contractOf } from "../clauses/fixtures.ts";
import { termOf } from "../obligations/fixtures.ts";

const today = "2026-11-22";

describe("the ladder of a term", () => {
  it.each([
    ["2027-05-22", undefined, undefined],
    ["2027-05-21", "180", "early"],
    ["2027-02-21", "180", "early"],
    ["2027-02-20", "90", "early"],
    ["2027-01-21", "60", "early"],
    ["2026-12-22", "30", "soon"],
    ["2026-11-30", "30", "soon"],
    ["2026-11-29", "7", "soon"],
    ["2026-11-22", "0", "soon"],
    ["2026-11-21", "past", "overdue"],
    ["2026-08-24", "past", "overdue"],
    ["2026-08-23", undefined, undefined],
  ])("that ends on %s stands at step %s", (endDate, step, urgency) => {
    const [alert] = termAlerts([contractOf({ endDate })], [], today);
    expect(alert?.key).toBe(step === undefined ? undefined : `term:k1:${endDate}:end:${step}`);
    expect(alert?.urgency).toBe(urgency);
  });

  it("has a second one for the day by which a renewal must be announced, on the same subject", () => {
    const contract = contractOf({ endDate: "2026-12-31", noticeDate: "2026-11-30" });
    expect(termAlerts([contract], [], today)).toMatchObject([
      { key: "term:k1:2026-12-31:notice:30", subject: "term:k1:2026-12-31", of: "notice", daysLeft: 8 },
      { key: "term:k1:2026-12-31:end:60", subject: "term:k1:2026-12-31", of: "end", daysLeft: 39 },
    ]);
  });

  it("keeps a notice that was missed in sight until the term ends", () => {
    const contract = contractOf({ endDate: "2026-12-31", noticeDate: "2026-11-01" });
    expect(termAlerts([contract], [], today)[0]).toMatchObject({
      of: "notice",
      urgency: "overdue",
      daysLeft: -21,
    });
    expect(termAlerts([contract], [], "2027-01-01")).toMatchObject([{ of: "end", daysLeft: -1 }]);
  });

  it("says since when it stands at its step", () => {
    expect(termAlerts([contractOf({ endDate: "2026-12-31" })], [], today)[0]?.at).toBe(
      "2026-10-31T16:00:00.000Z",
    );
  });
});

describe("a term is quiet", () => {
  const ending = contractOf({ endDate: "2026-12-31" });

  it("once it is renewed, and the renewal's own end counts", () => {
    expect(termAlerts([ending], [termOf({})], today)).toEqual([]);
    expect(termAlerts([ending], [termOf({})], "2027-12-01")[0]?.subject).toBe("term:k1:2027-12-31");
  });

  it("once another contract takes over, or it was terminated", () => {
    const next = contractOf({ startDate: "2027-01-01", endDate: "2028-12-31" }, "k2");
    expect(termAlerts([ending, next], [], today)).toEqual([]);
    const terminated = termOf({ kind: "termination", startDate: "2026-01-01", endDate: "2026-12-01" });
    expect(termAlerts([ending], [terminated], today)).toEqual([]);
  });

  it("before it begins", () => {
    const short = contractOf({ startDate: "2026-12-01", endDate: "2026-12-31" });
    expect(termAlerts([short], [], today)).toEqual([]);
  });
});
