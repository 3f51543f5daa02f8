import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const main = fileURLToPath(new URL("../../cli/main.ts", import.meta.url));

interface Answer {
  readonly dueAt?: string | null;
  readonly elapsedMinutes?: number;
  readonly provisional?: boolean;
  readonly segments?: readonly { from: string; to: string; kind: string }[];
  readonly failure?: { kind: string; detail: string };
}

function run(args: readonly string[], input = "") {
  const ran = spawnSync(process.execPath, [main, ...args], { input, encoding: "utf8", maxBuffer: 2 ** 28 });
  const answers = ran.stdout.split("\n").filter((line) => line !== "");
  return { code: ran.status, stderr: ran.stderr, answers: answers.map((line) => JSON.parse(line) as Answer) };
}

const clock = (...cases: readonly unknown[]) =>
  run(["clock"], cases.map((each) => `${typeof each === "string" ? each : JSON.stringify(each)}\n`).join(""));

const day = [
  ["08:00", "12:00"],
  ["14:00", "18:00"],
];
const nationalDay = {
  calendar: {
    always: false,
    windows: { mon: day, tue: day, wed: day, thu: day, fri: day },
    off: [1, 2, 3, 4, 5, 6, 7].map((date) => `2026-10-0${date}`),
    work: { "2026-10-10": null },
  },
  startAt: "2026-09-30T16:00+08:00",
  targetMinutes: 240,
};

test("a case is answered with its due time and every reason for it", () => {
  const { code, answers, stderr } = clock(nationalDay);
  expect([code, stderr]).toEqual([0, ""]);
  const at = (text: string) => `2026-${text}:00+08:00`;
  expect(answers).toEqual([
    {
      dueAt: "2026-10-08T10:00:00+08:00",
      elapsedMinutes: 0,
      provisional: false,
      segments: [
        { from: at("09-30T16:00"), to: at("09-30T18:00"), kind: "counted" },
        { from: at("09-30T18:00"), to: at("10-01T00:00"), kind: "closed" },
        { from: at("10-01T00:00"), to: at("10-08T00:00"), kind: "holiday" },
        { from: at("10-08T00:00"), to: at("10-08T08:00"), kind: "closed" },
        { from: at("10-08T08:00"), to: at("10-08T10:00"), kind: "counted" },
      ],
    },
  ]);
});

test("`until` counts what is used, without pauses, and an instant may carry any offset", () => {
  const { answers } = clock({
    ...nationalDay,
    startAt: "2026-09-30T08:00:00Z",
    pauses: [["2026-09-30T17:00+08:00", "2026-10-08T09:00+08:00"]],
    until: "2026-10-08T11:30:59.999+08:00",
  });
  expect(answers[0]).toMatchObject({ dueAt: "2026-10-08T12:00:00+08:00", elapsedMinutes: 210 });
});

test("a calendar may say less or more than it needs, where the answer is not in doubt", () => {
  const { windows, off } = nationalDay.calendar;
  const due = (calendar: unknown) => clock({ ...nationalDay, calendar }).answers[0]?.dueAt;
  expect(due({ windows, off, zone: "Asia/Shanghai" })).toBe("2026-10-08T10:00:00+08:00");
  expect(due({ always: false, windows: { ...windows, sat: null }, off, work: null })).toBe(
    "2026-10-08T10:00:00+08:00",
  );
  expect(due({ always: true, windows: null, off: "none" })).toBe("2026-09-30T20:00:00+08:00");
  expect(due({ always: false, off })).toBe(null);
  const wed = [
    ["15:00", "19:00"],
    ["14:00", "18:00"],
    ["20:00", "20:00"],
    ["16:00", "17:00"],
    ["23:00", "24:00"],
  ];
  expect(due({ windows: { wed } })).toBe("2026-10-01T00:00:00+08:00");
});

test("an `until` before the start has used nothing yet", () => {
  const { code, answers } = clock({ ...nationalDay, until: "2026-09-29T15:59+08:00" });
  expect(code).toBe(0);
  expect(answers[0]).toMatchObject({ dueAt: "2026-10-08T10:00:00+08:00", elapsedMinutes: 0 });
});

test("no part of a second is lost on the way to the answer", () => {
  const { answers } = clock({ ...nationalDay, startAt: "2026-09-30T08:00:00.250Z", targetMinutes: 1 });
  const span = {
    from: "2026-09-30T16:00:00.250+08:00",
    to: "2026-09-30T16:01:00.250+08:00",
    kind: "counted",
  };
  expect(answers[0]).toMatchObject({ dueAt: span.to, segments: [span] });
});

test("the product's own calendar is `cn`, and says when a notice is missing", () => {
  const cn = { calendar: "cn", startAt: "2026-10-09T15:00+08:00", targetMinutes: 1440 };
  const { answers } = clock(cn, { ...cn, startAt: "2027-03-01T08:00+08:00" });
  expect(answers[0]).toMatchObject({ dueAt: "2026-10-13T15:00:00+08:00", provisional: false });
  expect(answers[1]).toMatchObject({ dueAt: "2027-03-03T18:00:00+08:00", provisional: true });
});

test("a calendar that can never reach the target answers null at once", () => {
  const { code, answers } = clock(
    { ...nationalDay, calendar: { always: false, windows: {}, off: [], work: {} }, targetMinutes: 1e12 },
    { ...nationalDay, targetMinutes: 1e12 },
    { ...nationalDay, pauses: [["2026-09-30T17:00+08:00", null]] },
  );
  expect(code).toBe(0);
  expect(answers.map((answer) => answer.dueAt)).toEqual([null, null, null]);
});

test("a bad line is answered in its place, the others as ever, and the exit code is 1", () => {
  const bad: readonly [unknown, string][] = [
    ["no json", "notJson"],
    ["", "notJson"],
    ["[]", "badCase"],
    ["null", "badCase"],
    [{ ...nationalDay, calendar: undefined }, "notACalendar"],
    [{ ...nationalDay, calendar: "us" }, "notACalendar"],
    [{ ...nationalDay, calendar: { windows: { mon: [["08:00", "25:00"]] } } }, "windowPastMidnight"],
    [{ ...nationalDay, startAt: "2026-09-30T16:00" }, "badInstant"],
    [{ ...nationalDay, startAt: "2026-02-30T16:00+08:00" }, "badInstant"],
    [{ ...nationalDay, startAt: 1 }, "badInstant"],
    [{ ...nationalDay, startAt: "2026-09-30T24:00+08:00" }, "badInstant"],
    [{ ...nationalDay, targetMinutes: -1 }, "badTarget"],
    [{ ...nationalDay, targetMinutes: "240" }, "badTarget"],
    [{ ...nationalDay, targetMinutes: undefined }, "badTarget"],
    [{ ...nationalDay, pauses: {} }, "badPause"],
    [{ ...nationalDay, pauses: [["2026-09-30T17:00+08:00"]] }, "badPause"],
    [{ ...nationalDay, pauses: [["2026-09-30T17:00+08:00", "later"]] }, "badInstant"],
    [
      { ...nationalDay, pauses: [["2026-09-30T17:00+08:00", "2026-09-30T16:59+08:00"]] },
      "pauseEndsBeforeStart",
    ],
    [{ ...nationalDay, calendar: {} }, "notACalendar"],
    [{ ...nationalDay, calendar: { windows: { mon: [["22:00", "06:00"]] } } }, "windowEndsBeforeStart"],
  ];
  const { code, answers } = clock(...bad.flatMap(([line]) => [line, nationalDay]));
  expect(code).toBe(1);
  const kinds = answers.map((answer) => answer.failure?.kind ?? answer.dueAt);
  expect(kinds).toEqual(bad.flatMap(([, kind]) => [kind, "2026-10-08T10:00:00+08:00"]));
});

test("a byte order mark, line breaks of Windows and blank lines at the end are no cases", () => {
  const { code, answers } = run(["clock"], `\uFEFF${JSON.stringify(nationalDay)}\r\n\r\n\n`);
  expect([code, answers.length]).toEqual([0, 1]);
  expect(run(["clock"])).toEqual({ code: 0, stderr: "", answers: [] });
});

test("thousands of cases are answered in order", () => {
  const cases = Array.from({ length: 5000 }, (_, i) => ({ ...nationalDay, targetMinutes: 1 + (i % 100) }));
  const minutes = clock(...cases).answers.map((answer) => answer.dueAt?.slice(11, 16));
  expect(minutes.length).toBe(5000);
  expect([minutes[0], minutes[59], minutes[4999]]).toEqual(["16:01", "17:00", "17:40"]);
});

test.each([[["clock", "file.jsonl"]], [["frobnicate"]], [["toString"]], [[]]])(
  "wrong usage %j says so on standard error",
  (args) => {
    const { code, answers, stderr } = run(args);
    expect([code, answers.length]).toEqual([2, 0]);
    expect(stderr).toMatch(/usage: cli/);
    expect(stderr).not.toMatch(/\n\s+at /);
  },
);
