import { EMPTY_BOOK } from "../../../../shared/rules/clauses/clause-book.ts";
import { expect, it } from "vitest";
import { openCounts, ranked } from "../../../../renderer/screens/home/rank.ts";
import { epochMs } from "../../../../shared/lib/instants.ts";
import type { EventKind } from "../../../../shared/records/event-kinds.ts";
import type { Incident } from "../../../../shared/records/index.ts";
import { incidentState } from "../../../../shared/rules/incidents/state.ts";
import { clauseOf, contractOf, wall } from "../../../shared/rules/clauses/fixtures.ts";

const now = wall("2026-11-23 10:00");

function open(id: string, vendorId: string | undefined, ...lines: (readonly [string, EventKind])[]) {
  const events = lines.map(([at, kind]) => ({
    ...{ incidentId: id, kind, at: wall(at), recordedAt: wall(at) },
  }));
  const data: Incident = { number: id, title: id, ...(vendorId === undefined ? {} : { vendorId }) };
  return { incident: { type: "incident", id, data } as const, events, state: incidentState(data, events) };
}

it("a director sees the longest overdue first, then the least time left, then what waits, then what has no clock", () => {
  const book = {
    ...EMPTY_BOOK,
    contracts: [contractOf({})],
    clauses: [clauseOf({ pauses: "agreed" })],
  };
  const all = ranked(
    [
      open("no-vendor", undefined, ["2026-11-01 08:00", "reported"]),
      open("fresh", "v1", ["2026-11-23 09:50", "reported"]),
      open("waits", "v1", ["2026-11-23 08:00", "reported"], ["2026-11-23 09:00", "paused"]),
      open("overdue", "v1", ["2026-11-20 14:00", "reported"]),
      open("gap", "v9", ["2026-10-01 08:00", "reported"]),
      open("pressing", "v1", ["2026-11-23 08:00", "reported"]),
      open("long-overdue", "v1", ["2026-11-02 08:00", "reported"]),
    ],
    book,
    epochMs(now),
  );
  expect(all.map((one) => one.open.incident.id)).toEqual([
    "long-overdue",
    "overdue",
    "pressing",
    "fresh",
    "waits",
    "gap",
    "no-vendor",
  ]);
  expect(openCounts(all, epochMs(now))).toEqual({ overdue: 2, dueToday: 2, unclocked: 2 });
});
