import { expect, it } from "vitest";
import { digestsOf } from "../../../../../renderer/screens/incidents/verdicts/digests.ts";
import { epochMs } from "../../../../../shared/lib/instants.ts";
import { clauseClocks } from "../../../../../shared/rules/clauses/clause-clocks.ts";
import { clauseOf, event, wall } from "../../../../shared/rules/clauses/fixtures.ts";
import { valueOf } from "../../../../support/value-of.ts";

async function digests(target: number, events: readonly ReturnType<typeof event>[]) {
  const book = { calendars: [], notices: [] };
  const now = epochMs(wall("2026-11-23 12:00"));
  const clocks = clauseClocks({ number: "1", title: "无" }, events, [clauseOf({ target })], book, now);
  const [digest] = valueOf(await digestsOf(clocks, events)).values();
  return digest;
}

const report = event("2026-11-23 08:00", "reported");
const arrival = event("2026-11-23 09:00", "arrived");

it("digests the same facts alike in whatever order they were read", async () => {
  const one = await digests(4, [report, arrival]);
  expect(one).toEqual(await digests(4, [arrival, report]));
  expect(one?.clauseDigest).toMatch(/^[0-9a-f]{64}$/);
});

it("changes the digest of what changed and of nothing else", async () => {
  const one = await digests(4, [report]);
  const clause = await digests(8, [report]);
  const timeline = await digests(4, [report, arrival]);
  expect(clause?.clauseDigest).not.toBe(one?.clauseDigest);
  expect(clause?.eventsDigest).toBe(one?.eventsDigest);
  expect(timeline?.eventsDigest).not.toBe(one?.eventsDigest);
  expect(timeline?.calendarDigest).toBe(one?.calendarDigest);
});
