import { describe, expect, it } from "vitest";
import type { EventKind } from "../../../../shared/records/event-kinds.ts";
import { earlyLeaves } from "../../../../shared/rules/incidents/early-leave.ts";
import { escalationOf } from "../../../../shared/rules/incidents/escalation.ts";
import { clauseOf, event } from "../clauses/fixtures.ts";

const day = (...lines: string[]) =>
  lines.map((line) => {
    const [time = "", kind] = line.split(" ");
    return event(`2026-11-20 ${time}`, kind as EventKind);
  });

describe("staff who stay until the fault is solved", () => {
  const stays = [clauseOf({ staysUntilSolved: true })];

  it.each([
    ["left before it was solved", ["08:00 reported", "09:00 arrived", "10:00 left"], 1],
    ["left during a pause", ["08:00 reported", "09:00 arrived", "09:30 paused", "10:00 left"], 1],
    ["left twice", ["08:00 reported", "09:00 left", "10:00 arrived", "11:00 left", "12:00 resolved"], 2],
    ["left after it was solved", ["08:00 reported", "10:00 resolved", "10:30 left"], 0],
    ["left at the moment it was solved", ["08:00 reported", "10:00 resolved", "10:00 left"], 0],
    ["left before it was reopened", ["08:00 reported", "10:00 resolved", "10:30 left", "11:00 reopened"], 0],
  ])("%s", (_, lines, times) => {
    expect(earlyLeaves(day(...lines), stays)).toHaveLength(times);
  });

  it("are nobody's breach where no clause says so", () => {
    expect(earlyLeaves(day("08:00 reported", "10:00 left"), [clauseOf({})])).toEqual([]);
  });
});

describe("the vendor's ladder of support", () => {
  const tiers = [{ tier: "本地" }, { tier: "原厂高级工程师" }, { tier: "原厂研发" }];
  it.each([
    [0, "本地", "原厂高级工程师"],
    [1, "原厂高级工程师", "原厂研发"],
    [2, "原厂研发", undefined],
    [5, "原厂研发", undefined],
  ])("after %i escalations", (steps, current, next) => {
    const events = Array.from({ length: steps }, (_, i) => event(`2026-11-20 0${i}:00`, "escalated"));
    const found = escalationOf({ tiers }, events);
    expect([found.steps, found.current?.tier, found.next?.tier]).toEqual([steps, current, next]);
  });

  it("is empty where the vendor named nobody", () => {
    expect(escalationOf({}, [])).toEqual({ steps: 0, current: undefined, next: undefined });
  });
});
