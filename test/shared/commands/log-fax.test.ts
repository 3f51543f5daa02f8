import { describe, expect, test } from "vitest";
import { logFax, type FaxEntry, type LogFaxFailure } from "../../../shared/commands/log-fax.ts";
import { registry, type Fax } from "../../../shared/records/index.ts";

const now = "2026-11-23T01:00:00.000Z";
const context = { now, ids: ["f1", "e1"], log: [] } as const;
const entry: FaxEntry = {
  incidentId: "i1",
  form: "F04",
  paperNumber: "XXK-GZ-2026-7K2M9P-0007",
  kind: "sent",
  at: "2026-11-23T00:42:00.000Z",
  sentTo: "北辰医疗软件",
  faxNumber: "010-55550198",
  by: "李明",
  pages: 2,
  confirmedBy: "",
  startsClock: false,
  note: "",
};
const sentBefore: Fax = {
  incidentId: "i1",
  form: "F04",
  paperNumber: entry.paperNumber,
  kind: "sent",
  at: entry.at,
  recordedAt: now,
  startsClock: true,
};

describe("logging a fax", () => {
  test("writes one line of the log and nothing else", () => {
    const edits = logFax(entry, context);
    expect(edits).toEqual({
      ok: true,
      value: [
        {
          type: "fax",
          id: "f1",
          patch: {
            incidentId: "i1",
            form: "F04",
            paperNumber: entry.paperNumber,
            kind: "sent",
            at: entry.at,
            recordedAt: now,
            sentTo: "北辰医疗软件",
            faxNumber: "010-55550198",
            by: "李明",
            pages: 2,
          },
        },
      ],
    });
  });

  test("that starts the clock also writes the report, at the time of sending, with the paper as proof", () => {
    const edits = logFax({ ...entry, startsClock: true }, context);
    expect(edits.ok && edits.value[0]?.patch).toMatchObject({ startsClock: true });
    expect(edits.ok && edits.value[1]).toEqual({
      type: "incidentEvent",
      id: "e1",
      patch: {
        incidentId: "i1",
        kind: "reported",
        at: entry.at,
        recordedAt: now,
        by: "李明",
        channel: "fax",
        proof: entry.paperNumber,
        note: "传真至北辰医疗软件",
      },
    });
  });

  test("writes only what the records accept", () => {
    const edits = logFax({ ...entry, startsClock: true, note: "第二次才通" }, context);
    for (const edit of edits.ok ? edits.value : [])
      expect(registry[edit.type].schema.safeParse(edit.patch).success).toBe(true);
  });

  test("keeps a full-width fax number as half-width and leaves out what is empty", () => {
    const edits = logFax(
      { ...entry, faxNumber: "（０１０）５５５５０１９８", sentTo: " ", by: "", pages: undefined },
      context,
    );
    const patch = edits.ok ? edits.value[0]?.patch : undefined;
    expect(patch?.["faxNumber"]).toBe("(010)55550198");
    expect(Object.keys(patch ?? {}).toSorted()).toEqual(
      ["at", "faxNumber", "form", "incidentId", "kind", "paperNumber", "recordedAt"].toSorted(),
    );
  });

  const bad: readonly (readonly [string, Partial<FaxEntry>, LogFaxFailure])[] = [
    ["no number", { paperNumber: " " }, { field: "paperNumber", kind: "missing" }],
    ["no incident", { incidentId: "" }, { field: "incidentId", kind: "missing" }],
    ["no time", { at: "" }, { field: "at", kind: "notATime" }],
    ["a wall time without a zone", { at: "2026-11-23 08:42" }, { field: "at", kind: "notATime" }],
    ["a day that is not there", { at: "2026-13-41T00:00:00.000Z" }, { field: "at", kind: "notATime" }],
    ["tomorrow", { at: "2026-11-24T00:00:00.000Z" }, { field: "at", kind: "inTheFuture" }],
    ["words for a fax number", { faxNumber: "请查" }, { field: "faxNumber", kind: "notAFaxNumber" }],
    ["four digits", { faxNumber: "1234" }, { field: "faxNumber", kind: "notAFaxNumber" }],
    ["no page", { pages: 0 }, { field: "pages", kind: "notAPageCount" }],
    ["half a page", { pages: 1.5 }, { field: "pages", kind: "notAPageCount" }],
    ["a thousand pages", { pages: 1000 }, { field: "pages", kind: "notAPageCount" }],
    ["pages beyond number", { pages: Number.NaN }, { field: "pages", kind: "notAPageCount" }],
    ["an endless name", { sentTo: "长".repeat(501) }, { field: "sentTo", kind: "tooLong" }],
    ["nobody who confirmed", { kind: "confirmed" }, { field: "confirmedBy", kind: "missing" }],
    [
      "a failed fax that starts the clock",
      { kind: "failed", startsClock: true },
      { field: "startsClock", kind: "cannotStartClock" },
    ],
    [
      "a confirmation that starts the clock",
      { kind: "confirmed", confirmedBy: "赵工", startsClock: true },
      { field: "startsClock", kind: "cannotStartClock" },
    ],
  ];
  test.each(bad)("refuses %s", (_, part, failure) => {
    expect(logFax({ ...entry, ...part }, context)).toEqual({ ok: false, failure: [failure] });
  });

  test("refuses to start one clock twice, and takes a resend that does not", () => {
    const again = { ...entry, kind: "resent", startsClock: true } as const;
    const log = [sentBefore];
    expect(logFax(again, { ...context, log })).toEqual({
      ok: false,
      failure: [{ field: "startsClock", kind: "clockAlreadyStarted" }],
    });
    expect(logFax({ ...again, startsClock: false }, { ...context, log }).ok).toBe(true);
  });

  test("names every wrong box at once", () => {
    const edits = logFax({ ...entry, at: "", pages: -1, faxNumber: "x" }, context);
    expect(edits.ok ? [] : edits.failure.map(({ field }) => field).toSorted()).toEqual([
      "at",
      "faxNumber",
      "pages",
    ]);
  });
});
