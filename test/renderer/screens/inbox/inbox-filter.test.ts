import { expect, it } from "vitest";
import { isShown, kindOf, kindOfPast, pastAnswers } from "../../../../renderer/screens/inbox/inbox-filter.ts";
import type { Alert, AlertAnswer, AnsweredAlert } from "../../../../shared/rules/alerts/alert.ts";
import { entryOf, obligationOf } from "../../../shared/rules/obligations/fixtures.ts";

function alertOf(topic: Alert["topic"], party: Alert["party"] = "vendor", key = topic): Alert {
  return { topic, party, key, subject: key } as unknown as Alert;
}

function one(alert: Alert, standing: AnsweredAlert["standing"]): AnsweredAlert {
  return { alert, standing, answer: undefined, ringKey: alert.key };
}

it("each alert stands under one heading", () => {
  expect(kindOf(alertOf("clock", "hospital"))).toBe("clocks");
  expect(kindOf(alertOf("term", "hospital"))).toBe("contracts");
  expect(kindOf(alertOf("entitlement", "hospital"))).toBe("contracts");
  expect(kindOf(alertOf("obligation"))).toBe("theirs");
  expect(kindOf(alertOf("change"))).toBe("theirs");
  expect(kindOf(alertOf("obligation", "hospital"))).toBe("ours");
  expect(kindOf(alertOf("letter", "hospital"))).toBe("ours");
});

it("what was seen stays open; what was put off or decided has a list of its own", () => {
  const places = (standing: AnsweredAlert["standing"]) =>
    (["open", "snoozed", "handled"] as const).filter((shown) =>
      isShown(one(alertOf("clock"), standing), shown, "all"),
    );
  expect(places("unread")).toEqual(["open"]);
  expect(places("seen")).toEqual(["open"]);
  expect(places("snoozed")).toEqual(["snoozed"]);
  expect(places("decided")).toEqual(["handled"]);
  expect(isShown(one(alertOf("clock"), "unread"), "open", "theirs")).toBe(false);
});

it("a decision outlives its alert, the newest first; what was merely seen does not", () => {
  const answer = (alertKey: string, at: string, kind: AlertAnswer["kind"] = "decided"): AlertAnswer => ({
    alertKey,
    kind,
    at,
  });
  const answers = [
    answer("term:k1:2025-12-31", "2026-01-01T00:00:00.000Z"),
    answer("letter:l1:2026-04-15:overdue", "2026-04-20T00:00:00.000Z"),
    answer("clock:i1:c1:2026-11-20T04:00:00.000Z:50", "2026-11-20T02:00:00.000Z", "seen"),
    answer("now", "2026-11-21T02:00:00.000Z"),
    answer("of another edition", "2025-01-01T00:00:00.000Z"),
  ];
  const current = [one(alertOf("term", "hospital", "now" as never), "decided")];
  expect(pastAnswers(answers, current).map(({ topic, subjectId }) => [topic, subjectId])).toEqual([
    ["letter", "l1"],
    ["term", "k1"],
    [undefined, ""],
  ]);
});

it("a past answer stands under the heading of its record", () => {
  const ours = obligationOf({ party: "hospital" });
  const sources = {
    obligations: new Map([["o1", ours]]),
    obligationEntries: [entryOf({ kind: "changed" }, "e1")],
  };
  const kind = (topic: Alert["topic"], subjectId: string) => kindOfPast({ topic, subjectId }, sources);
  expect(kind("obligation", "o1")).toBe("ours");
  expect(kind("change", "e1")).toBe("ours");
  expect(kind("obligation", "o2")).toBe("theirs");
  expect(kind("term", "k1")).toBe("contracts");
  expect(kind("clock", "i1")).toBe("clocks");
  expect(kind("letter", "l1")).toBe("ours");
  expect(kindOfPast({ topic: undefined, subjectId: "" }, sources)).toBeUndefined();
});
