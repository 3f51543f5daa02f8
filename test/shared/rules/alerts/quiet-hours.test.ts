import { expect, it } from "vitest";
import { epochMs } from "../../../../shared/lib/instants.ts";
import type { AnsweredAlert } from "../../../../shared/rules/alerts/alert.ts";
import { isQuiet, mayRing, readQuietHours } from "../../../../shared/rules/alerts/quiet-hours.ts";
import { wall } from "../clauses/fixtures.ts";

it.each([
  ["22:00-07:00", 1320, 420],
  ["22：00～7：00", 1320, 420],
  [" 22:00 至 7:00 ", 1320, 420],
  ["12:00—14:00", 720, 840],
  ["00:00-6:30", 0, 390],
  ["18:00-24:00", 1080, 0],
])("%s is read", (text, fromMinute, toMinute) => {
  expect(readQuietHours(text)).toEqual({ ok: true, value: { fromMinute, toMinute } });
});

it.each([undefined, "", "  "])("%j: there are none", (text) => {
  expect(readQuietHours(text)).toEqual({ ok: true, value: undefined });
});

it.each([
  ["晚上", { kind: "unreadable" }],
  ["22-7", { kind: "unreadable" }],
  ["22:00", { kind: "unreadable" }],
  ["22:00-", { kind: "unreadable" }],
  ["25:00-07:00", { kind: "noSuchTime", time: "25:00" }],
  ["22:00-07:60", { kind: "noSuchTime", time: "07:60" }],
  ["24:01-07:00", { kind: "noSuchTime", time: "24:01" }],
  ["07:00-07:00", { kind: "noLength" }],
  ["00:00-24:00", { kind: "noLength" }],
])("%s is refused", (text, failure) => {
  expect(readQuietHours(text)).toEqual({ ok: false, failure });
});

it.each([
  ["2026-11-20 21:59", false],
  ["2026-11-20 22:00", true],
  ["2026-11-21 03:00", true],
  ["2026-11-21 06:59", true],
  ["2026-11-21 07:00", false],
])("the night from 22:00 to 07:00 at %s: quiet %s", (at, expected) => {
  expect(isQuiet(epochMs(wall(at)), { fromMinute: 1320, toMinute: 420 })).toBe(expected);
});

it("only a breach of a critical or urgent incident rings at night, and nothing that was seen or put off", () => {
  const night = { fromMinute: 1320, toMinute: 420 };
  const at = epochMs(wall("2026-11-20 23:00"));
  const one = (urgency: string, standing: string) =>
    ({ alert: { urgency }, standing }) as unknown as AnsweredAlert;
  expect(mayRing(one("urgent", "unread"), at, night)).toBe(true);
  expect(mayRing(one("overdue", "unread"), at, night)).toBe(false);
  expect(mayRing(one("overdue", "unread"), at, undefined)).toBe(true);
  expect(mayRing(one("overdue", "unread"), epochMs(wall("2026-11-21 07:00")), night)).toBe(true);
  for (const standing of ["seen", "snoozed", "decided"])
    expect(mayRing(one("urgent", standing), at, night)).toBe(false);
});
