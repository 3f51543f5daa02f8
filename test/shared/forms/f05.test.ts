import { expect, test } from "vitest";
import { trackingCard } from "../../../shared/forms/f05.ts";
import { paperWords } from "../../support/paper-words.ts";
import { card, faultReport, hospital, incident } from "../../support/sample-papers.ts";

test("the card has a row for every hand-off, faxes among them, in the order in which they happened", () => {
  const rows = paperWords(card).filter((word) => /^2026-11-23 \d\d:\d\d\|/.test(word));
  expect(rows).toHaveLength(5 + 24 + 1);
  expect(rows.map((row) => row.slice(0, 16))).toEqual(rows.map((row) => row.slice(0, 16)).toSorted());
  expect(rows[2]).toBe(
    "2026-11-23 08:42|李明|传真|发送||F04 共2页；至 北辰医疗软件股份有限公司 010-55550198",
  );
});

test("a promise stands beside the event that started its clock, once", () => {
  const told = paperWords(card).filter((word) => word.includes("4.1 响应"));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("2026-11-23 08:31|李明|电话|报修|4.1 响应\n2026-11-23 08:46");
});

test("what was written down a day later is marked as such, what was written within the day is not", () => {
  const one = (recordedAt: string): string =>
    paperWords(
      trackingCard({
        ...faultReport,
        faxes: [],
        events: [{ incidentId: "a", kind: "arrived", at: "2026-11-23T01:00:00.000Z", recordedAt }],
      }),
    ).join("\n");
  expect(one("2026-11-23T09:00:00.000Z")).not.toContain("补录");
  expect(one("2026-11-25T09:00:00.000Z")).toContain("补录于 2026-11-25 17:00");
});

test("an event of which only the day is known shows no time of day", () => {
  const paper = trackingCard({
    ...faultReport,
    faxes: [],
    events: [
      {
        incidentId: "a",
        kind: "resolved",
        at: "2026-11-22T16:00:00.000Z",
        recordedAt: "2026-11-22T16:00:00.000Z",
        dateOnly: true,
      },
    ],
  });
  expect(paperWords(paper)).toContain("2026-11-23|||解决||");
});

test("a fax of another number is told apart", () => {
  const paper = trackingCard({
    ...faultReport,
    events: [],
    faxes: [
      {
        incidentId: "a",
        form: "F04",
        paperNumber: "补-7",
        kind: "confirmed",
        at: "2026-11-23T01:00:00.000Z",
        recordedAt: "2026-11-23T01:00:00.000Z",
        confirmedBy: "赵工",
        startsClock: true,
      },
    ],
  });
  expect(paperWords(paper)).toContain(
    "2026-11-23 09:00|赵工|传真|对方确认收到|自此起算|F04 补-7；确认人 赵工",
  );
});

test("a card of an incident of which little is known has empty boxes", () => {
  const paper = trackingCard({
    incidentId: "a",
    incident: { number: incident.number, title: "坏了" },
    hospital,
    events: [],
    faxes: [],
    promises: [],
  });
  expect(paperWords(paper).join("\n")).not.toMatch(/undefined|null|NaN/);
});
