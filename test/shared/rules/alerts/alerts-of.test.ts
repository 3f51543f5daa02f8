import { describe, expect, it } from "vitest";
import { epochMs } from "../../../../shared/lib/instants.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import type { AlertAnswer } from "../../../../shared/rules/alerts/alert.ts";
import { alertsOf, type AlertSources } from "../../../../shared/rules/alerts/alerts-of.ts";
import { EMPTY_BOOK } from "../../../../shared/rules/clauses/clause-book.ts";
import { contractOf, wall } from "../clauses/fixtures.ts";
import { entryOf, letterOf, obligationOf } from "../obligations/fixtures.ts";

const nowMs = epochMs(wall("2026-05-10 09:00"));
const quiet: AlertSources = {
  cases: [],
  book: { ...EMPTY_BOOK, contracts: [contractOf({ endDate: "2027-12-31" })] },
  obligations: [],
  obligationEntries: [],
  letters: [],
  entitlements: [],
  entitlementEntries: [],
  modules: [],
  answers: [],
};
const silent: AlertSources = { ...quiet, obligations: [obligationOf({})] };

function answer(kind: AlertAnswer["kind"], alertKey: string, more: Partial<AlertAnswer> = {}): AlertAnswer {
  return { alertKey, kind, at: wall("2026-05-09 09:00"), ...more };
}

describe("obligations that nobody met", () => {
  it("are one alert each, since the oldest silence", () => {
    const [one, ...others] = alertsOf(silent, nowMs);
    expect(others).toEqual([]);
    expect(one?.alert).toMatchObject({
      key: "obligation:o1:2026-04-30:overdue",
      topic: "obligation",
      party: "vendor",
      urgency: "overdue",
      overdue: 4,
      dueDate: "2026-01-31",
      at: wall("2026-02-01 00:00"),
    });
  });

  it("ring again when a further month brings nothing", () => {
    const june = alertsOf(silent, epochMs(wall("2026-06-01 09:00")))[0];
    expect(june?.alert.key).toBe("obligation:o1:2026-05-31:overdue");
  });

  it("are told of before they are late", () => {
    const may = alertsOf(silent, epochMs(wall("2026-05-24 09:00")));
    expect(may.map(({ alert }) => [alert.urgency, alert.key])).toEqual([
      ["overdue", "obligation:o1:2026-04-30:overdue"],
      ["soon", "obligation:o1:2026-05-31:soon"],
    ]);
    expect(may[1]?.alert.at).toBe(wall("2026-05-24 00:00"));
  });

  it("of a contract that is gone are nobody's", () => {
    expect(alertsOf({ ...silent, book: EMPTY_BOOK }, nowMs)).toEqual([]);
  });

  it("include changes that broke a promise, until they are waived", () => {
    const hotline = obligationOf({ recurrence: "onChange", noticeDays: 3 });
    const change = entryOf({ kind: "changed", day: "2026-05-01" }, "c");
    const sources = { ...quiet, obligations: [hotline], obligationEntries: [change] };
    expect(alertsOf(sources, nowMs)[0]?.alert).toMatchObject({ key: "change:c", topic: "change" });
    const waiver = entryOf({ kind: "waived", day: "2026-05-02", aboutId: "c" }, "w");
    expect(alertsOf({ ...sources, obligationEntries: [change, waiver] }, nowMs)).toEqual([]);
  });
});

it("letters ask for our answer a week before it is due, and after", () => {
  const letters = [letterOf({ letterDate: "2026-05-01" }), letterOf({ letterDate: "2026-04-01" }, "l2")];
  expect(alertsOf({ ...quiet, letters }, nowMs).map(({ alert }) => [alert.key, alert.party])).toEqual([
    ["letter:l2:2026-04-15:overdue", "hospital"],
    ["letter:l1:2026-05-15:soon", "hospital"],
  ]);
});

describe("an entitlement", () => {
  const visits: Stored<"entitlement"> = {
    type: "entitlement",
    id: "g1",
    data: {
      contractId: "k1",
      name: "紧急上门",
      kind: "emergencyVisit",
      granted: 5,
      period: "year",
      startsFrom: "term",
    },
  };
  const uses = (count: number, kind: "used" | "reserved" = "used") =>
    Array.from({ length: count }, (_, i): Stored<"entitlementEntry"> => {
      const day = `2026-03-0${i + 1}`;
      return {
        type: "entitlementEntry",
        id: `u${i}`,
        data: { entitlementId: "g1", kind, day, units: 1, recordedAt: `${day}T02:00:00.000Z` },
      };
    });
  const told = (entitlementEntries: readonly Stored<"entitlementEntry">[]) =>
    alertsOf({ ...quiet, entitlements: [visits], entitlementEntries }, nowMs)[0]?.alert;

  it.each([
    [3, undefined],
    [4, "entitlement:g1:2026-01-01:80"],
    [5, "entitlement:g1:2026-01-01:100"],
    [6, "entitlement:g1:2026-01-01:100"],
  ])("of five visits of which %i are used is told of as %s", (count, key) => {
    expect(told(uses(count))?.key).toBe(key);
  });

  it("is told of since its last use, and not for what is only reserved", () => {
    expect(told(uses(4))).toMatchObject({ used: 4, available: 5, at: wall("2026-03-04 00:00") });
    expect(told(uses(5, "reserved"))).toBeUndefined();
  });
});

describe("an answer to an alert", () => {
  const key = "obligation:o1:2026-04-30:overdue";
  const until = wall("2026-05-12 00:00");
  const standing = (answers: readonly AlertAnswer[], at = nowMs) => {
    const [one] = alertsOf({ ...silent, answers }, at);
    return [one?.standing, one?.ringKey];
  };

  it("seen takes it off the count", () => {
    expect(standing([])).toEqual(["unread", key]);
    expect(standing([answer("seen", key)])).toEqual(["seen", key]);
    expect(standing([answer("seen", "obligation:o1:2026-03-31:overdue")])).toEqual(["unread", key]);
  });

  it("snoozed holds until its time; then it is unread and rings again", () => {
    const snoozed = answer("snoozed", key, { until });
    expect(standing([answer("seen", key), snoozed])[0]).toBe("snoozed");
    const after = epochMs(wall("2026-05-12 00:00"));
    expect(standing([answer("seen", key), snoozed], after)).toEqual(["unread", `${key}~${until}`]);
    const seenAfter = answer("seen", key, { at: wall("2026-05-12 08:00") });
    expect(standing([snoozed, seenAfter], after)[0]).toBe("seen");
  });

  it("decided is the last word", () => {
    const decided = answer("decided", key, { by: "王主任", reason: "已约谈" });
    expect(standing([decided, answer("snoozed", key, { until })])[0]).toBe("decided");
  });

  it("about a term holds for all its steps", () => {
    const book = {
      ...EMPTY_BOOK,
      contracts: [contractOf({ endDate: "2026-06-05", noticeDate: "2026-05-20" })],
    };
    const decided = answer("decided", "term:k1:2026-06-05", { by: "王主任", reason: "续约" });
    expect(alertsOf({ ...quiet, book, answers: [decided] }, nowMs).map((one) => one.standing)).toEqual([
      "decided",
      "decided",
    ]);
    const other = answer("decided", "term:k1:2025-06-05", { by: "王主任", reason: "续约" });
    expect(alertsOf({ ...quiet, book, answers: [other] }, nowMs)[0]?.standing).toBe("unread");
  });
});
