import { describe, expect, it } from "vitest";
import { RECORD_TYPES, type RecordType } from "../../../../shared/records/index.ts";
import type { Status } from "../../../../shared/rules/incidents/status.ts";
import {
  canSettle,
  followsIncident,
  isSettled,
  QUIET_DAYS,
} from "../../../../shared/rules/settled/is-settled.ts";

const NOW = Date.UTC(2026, 10, 22, 2);
const DAY = 86_400_000;
const QUIET = NOW - QUIET_DAYS * DAY;

interface Case {
  readonly what: string;
  readonly type: RecordType;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly status?: Status;
  readonly touchedMs?: number;
  readonly settled: boolean;
}

const cases: readonly Case[] = [
  { what: "a closed incident", type: "incident", status: "closed", settled: true },
  {
    what: "one that was touched yesterday",
    type: "incident",
    status: "closed",
    touchedMs: NOW - DAY,
    settled: false,
  },
  {
    what: "one touched a moment too late",
    type: "incident",
    status: "closed",
    touchedMs: QUIET + 1,
    settled: false,
  },
  {
    what: "one by a clock ahead of ours",
    type: "incident",
    status: "closed",
    touchedMs: NOW + DAY,
    settled: false,
  },
  { what: "a solved one that nobody signed off", type: "incident", status: "resolved", settled: false },
  { what: "one on hold for years", type: "incident", status: "onHold", touchedMs: 0, settled: false },
  { what: "a line of a closed one", type: "incidentEvent", status: "closed", settled: true },
  { what: "a line of one that is not known here", type: "incidentEvent", settled: false },
  { what: "a fax of a closed one", type: "fax", status: "closed", settled: true },
  { what: "a visit that took place", type: "visit", data: { actualDate: "2026-05-01" }, settled: true },
  {
    what: "a visit that was called off",
    type: "visit",
    data: { cancelledDate: "2026-05-01" },
    settled: true,
  },
  { what: "a visit that is overdue", type: "visit", data: { plannedDate: "2020-05-01" }, settled: false },
  { what: "an answered letter", type: "letter", data: { answeredDate: "2026-05-01" }, settled: true },
  { what: "a letter that waits", type: "letter", data: { answeredDate: "" }, settled: false },
  { what: "an obligation of the past", type: "obligation", data: { untilDate: "2026-11-21" }, settled: true },
  { what: "one that ends today", type: "obligation", data: { untilDate: "2026-11-22" }, settled: false },
  { what: "one without an end", type: "obligation", settled: false },
  { what: "an old backup check", type: "backupCheck", settled: true },
  {
    what: "an old contract",
    type: "contract",
    data: { endDate: "2010-01-01" },
    touchedMs: 0,
    settled: false,
  },
  { what: "an import", type: "importBatch", touchedMs: 0, settled: false },
];

describe("a record has settled or not", () => {
  it.each(cases)("$what: $settled", ({ type, data = {}, status, touchedMs = QUIET, settled }) => {
    expect(isSettled(type, { data, touchedMs, nowMs: NOW, incidentStatus: status })).toBe(settled);
  });

  it("never where its type cannot", () => {
    for (const type of RECORD_TYPES.filter((one) => !canSettle(one))) {
      expect(isSettled(type, { data: {}, touchedMs: 0, nowMs: NOW, incidentStatus: "closed" })).toBe(false);
      expect(followsIncident(type)).toBe(false);
    }
  });
});
