import { describe, expect, it } from "vitest";
import { addEvent, type EventEntry } from "../../../shared/commands/add-event.ts";
import type { EventKind } from "../../../shared/records/event-kinds.ts";
import { incidentEvent } from "../../../shared/records/incident-event.ts";
import { isLateEntry } from "../../../shared/rules/incidents/late-entry.ts";
import { event, wall } from "../rules/clauses/fixtures.ts";

const now = wall("2026-11-22 15:30");
const day = (time: string) => `2026-11-20 ${time}`;

function timeline(...lines: string[]) {
  return lines.map((line) => {
    const [time = "", kind] = line.split(" ");
    return { ...event(day(time), kind as EventKind), incidentId: "i1", recordedAt: now };
  });
}

function add(line: string, events: ReturnType<typeof timeline>, more: Partial<EventEntry> = {}) {
  const [time = "", kind] = line.split(" ");
  const at = wall(day(time));
  const entry: EventEntry = {
    ...{ incidentId: "i1", kind: kind as EventKind, at, by: "", channel: undefined, proof: "", note: "" },
    ...more,
  };
  return addEvent(entry, { now, id: "e9", incident: {}, events });
}

const signed = { by: "王主任" };

describe("adding a line to a timeline", () => {
  it("writes it with both of its times", () => {
    const made = add("09:00 acknowledged", timeline("08:00 reported"), {
      channel: "phone",
      note: " 已派人 ",
    });
    if (!made.ok) throw new Error(made.failure.kind);
    const patch = made.value[0]?.patch;
    expect(patch).toEqual({
      incidentId: "i1",
      kind: "acknowledged",
      at: wall(day("09:00")),
      recordedAt: now,
      channel: "phone",
      note: "已派人",
    });
    expect(incidentEvent.schema.safeParse(patch).success).toBe(true);
  });

  it("keeps who agreed to a remote login, when and by which channel", () => {
    const told = {
      by: " 信息科 王主任 ",
      channel: "phone",
      proof: "通话记录 3",
      note: "仅限收费库",
    } as const;
    const made = add("08:20 remoteConsent", timeline("08:00 reported"), told);
    expect(made.ok && made.value[0]?.patch).toMatchObject({
      kind: "remoteConsent",
      ...told,
      by: "信息科 王主任",
    });
  });

  it("takes a time told to the minute as after what was recorded within that minute", () => {
    const reportedAt = wall(day("08:00")).replace(":00.000Z", ":32.500Z");
    const events = timeline("08:00 reported").map((line) => ({ ...line, at: reportedAt }));
    const made = add("08:00 acknowledged", events);
    expect(made.ok && made.value[0]?.patch["at"]).toBe(reportedAt);
    expect(add("07:59 acknowledged", events).ok).toBe(false);
  });

  const solved = timeline("08:00 reported", "10:00 resolved");
  const closed = timeline("08:00 reported", "10:00 resolved", "11:00 signedOff");
  const paused = timeline("08:00 reported", "09:00 paused");
  it.each([
    ["07:59 acknowledged", timeline("08:00 reported"), {}, "beforeReport"],
    ["07:30 resolved", timeline("08:00 reported"), {}, "beforeReport"],
    ["07:30 reported", timeline("08:00 reported"), {}, "ok"],
    ["09:00 note", timeline("08:00 reported"), {}, "noteMissing"],
    ["09:00 note", timeline("08:00 reported"), { note: "催办" }, "ok"],
    ["09:30 paused", paused, {}, "alreadyPaused"],
    ["09:30 resumed", paused, {}, "ok"],
    ["08:30 resumed", paused, {}, "notPaused"],
    ["08:30 resumed", timeline("08:00 reported"), {}, "notPaused"],
    ["10:30 paused", solved, {}, "alreadyResolved"],
    ["10:30 resolved", solved, {}, "alreadyResolved"],
    ["11:00 signedOff", solved, signed, "ok"],
    ["11:00 signedOff", solved, {}, "signerMissing"],
    ["09:30 signedOff", solved, signed, "notResolved"],
    ["11:00 signedOff", timeline("08:00 reported"), signed, "notResolved"],
    ["12:00 signedOff", closed, signed, "alreadySigned"],
    ["11:00 refused", solved, {}, "ok"],
    ["12:00 refused", closed, {}, "alreadySigned"],
    ["09:00 refused", timeline("08:00 reported"), {}, "notResolved"],
    ["12:00 reopened", closed, {}, "ok"],
    ["09:00 reopened", solved, {}, "notResolved"],
    ["09:00 acknowledged", solved, {}, "ok"],
  ] as const)("%s", (line, events, more, expected) => {
    const made = add(line, events, more);
    expect(made.ok ? "ok" : made.failure.kind).toBe(expected);
  });

  it("takes a time five minutes ahead, for clocks disagree, and no later", () => {
    const events = timeline("08:00 reported");
    expect(add("09:00 arrived", events, { at: wall("2026-11-22 15:35") }).ok).toBe(true);
    const ahead = add("09:00 arrived", events, { at: wall("2026-11-22 15:36") });
    expect(!ahead.ok && ahead.failure.kind).toBe("inTheFuture");
  });

  it("reopens within seven days; later it is another incident", () => {
    const events = [
      { ...event("2026-11-10 08:00", "reported"), incidentId: "i1", recordedAt: now },
      { ...event("2026-11-10 10:00", "resolved"), incidentId: "i1", recordedAt: now },
    ];
    expect(add("", events, { kind: "reopened", at: wall("2026-11-17 10:00") }).ok).toBe(true);
    const late = add("", events, { kind: "reopened", at: wall("2026-11-17 10:01") });
    expect(!late.ok && late.failure).toMatchObject({ kind: "tooLateToReopen", days: 7 });
  });

  it.each([
    [30, "2026-11-20 10:00", "ok"],
    [3, "2026-11-13 10:00", "ok"],
    [3, "2026-11-13 10:01", "tooLateToReopen"],
    [0, "2026-11-10 10:01", "tooLateToReopen"],
  ])("reopens within the %i days that the contract says: %s", (reopenDays, at, expected) => {
    const events = [
      { ...event("2026-11-10 08:00", "reported"), incidentId: "i1", recordedAt: now },
      { ...event("2026-11-10 10:00", "resolved"), incidentId: "i1", recordedAt: now },
    ];
    const entry: EventEntry = {
      ...{ incidentId: "i1", kind: "reopened", at: wall(at), by: "" },
      ...{ channel: undefined, proof: "", note: "" },
    };
    const made = addEvent(entry, { now, id: "e9", incident: {}, events, reopenDays });
    expect(made.ok ? "ok" : made.failure.kind).toBe(expected);
    if (!made.ok) expect(made.failure).toMatchObject({ days: reopenDays });
  });

  it("lets an old ledger's closed incident be reopened", () => {
    const entry: EventEntry = {
      ...{ incidentId: "i1", kind: "reopened", at: wall(day("12:00")), by: "" },
      ...{ channel: undefined, proof: "", note: "" },
    };
    const incident = { importedStatus: "已关闭" };
    expect(addEvent(entry, { now, id: "e9", incident, events: timeline("08:00 reported") }).ok).toBe(true);
  });
});

describe("a late entry", () => {
  it.each([
    ["2026-11-22 15:30", false],
    ["2026-11-21 15:30", false],
    ["2026-11-21 15:29", true],
  ])("of what happened at %s is marked: %s", (at, late) => {
    expect(isLateEntry({ at: wall(at), recordedAt: now })).toBe(late);
  });
});

describe("what a line carries beside", () => {
  const patchOf = (made: ReturnType<typeof add>) => (made.ok ? made.value[0]?.patch : made.failure);
  const pause = {
    reason: "awaitingParts",
    askedBy: "vendor",
    agreement: "both",
    agreedBy: " 李工 ",
    capAt: wall(day("12:00")),
  } as const;

  it("a step that the timeline has already is another time, not another account of the first", () => {
    const once = timeline("08:00 reported", "09:00 arrived");
    expect(patchOf(add("10:00 arrived", once))).toMatchObject({ again: true });
    expect(patchOf(add("10:00 replied", once))).not.toHaveProperty("again");
  });

  it("a step after a reopening is the first of its round", () => {
    const reopened = timeline("08:00 reported", "09:00 resolved", "10:00 reopened");
    expect(patchOf(add("11:00 resolved", reopened))).not.toHaveProperty("again");
  });

  it("a pause carries its reason, who asked, who agreed and its cap", () => {
    const made = add("09:00 paused", timeline("08:00 reported"), { pause });
    expect(patchOf(made)).toMatchObject({
      pauseReason: "awaitingParts",
      askedBy: "vendor",
      agreement: "both",
      agreedBy: "李工",
      capAt: wall(day("12:00")),
    });
    expect(incidentEvent.schema.safeParse(patchOf(made)).success).toBe(true);
  });

  it.each([
    [
      "both agree to it with neither a name nor a proof",
      { ...pause, agreedBy: " " },
      "",
      "agreementUnproven",
    ],
    ["its cap is before it begins", { ...pause, capAt: wall(day("08:59")) }, "", "capBeforePause"],
    ["its cap is the moment it begins", { ...pause, capAt: wall(day("09:00")) }, "函 3", "capBeforePause"],
  ] as const)("a pause is refused where %s", (_, terms, proof, kind) => {
    expect(add("09:00 paused", timeline("08:00 reported"), { pause: terms, proof })).toEqual({
      ok: false,
      failure: { kind },
    });
  });

  it("a pause that both agree to may rest on a proof alone", () => {
    const made = add("09:00 paused", timeline("08:00 reported"), {
      pause: { ...pause, agreedBy: "" },
      proof: "邮件",
    });
    expect(made.ok).toBe(true);
  });
});

it("keeps how far the clock that wrote a line was from the service's, where that is known", () => {
  const entry: EventEntry = {
    ...{ incidentId: "i1", kind: "note", at: wall(day("09:00")), by: "", channel: undefined, proof: "" },
    note: "x",
  };
  const write = (clockOffsetMs?: number) => {
    const made = addEvent(entry, {
      now,
      id: "e9",
      incident: {},
      events: timeline("08:00 reported"),
      clockOffsetMs,
    });
    return made.ok ? made.value[0]?.patch : made.failure;
  };
  expect(write(-864_000_000.4)).toMatchObject({ clockOffsetMs: -864_000_000 });
  expect(write()).not.toHaveProperty("clockOffsetMs");
});
