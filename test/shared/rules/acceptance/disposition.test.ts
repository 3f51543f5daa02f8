import { expect, it } from "vitest";
import type { RecordData, Stored } from "../../../../shared/records/index.ts";
import { dispositionOf } from "../../../../shared/rules/acceptance/disposition.ts";

const module = (data: Partial<RecordData<"module">>): Stored<"module"> => ({
  type: "module",
  id: "m1",
  data: { name: "收费", systemId: "s1", ...data },
});
const letter: Stored<"letter"> = {
  type: "letter",
  id: "l1",
  data: {
    contractId: "k1",
    number: "1",
    kind: "acceptance",
    subject: "请验收",
    letterDate: "2026-11-10",
    moduleIds: ["m1"],
  },
};
const today = "2026-11-22";

it.each<readonly [string, Partial<RecordData<"module">>, readonly Stored<"letter">[], object]>([
  [
    "accepted",
    { acceptance: "accepted", acceptedDate: "2026-01-01" },
    [],
    { kind: "covered", since: "2026-01-01" },
  ],
  [
    "accepted on a day, and nothing more",
    { acceptedDate: "2026-01-01" },
    [],
    { kind: "covered", since: "2026-01-01" },
  ],
  ["not in use", {}, [], { kind: "notYet", on: undefined }],
  [
    "in use for less than half a year",
    { inUseSince: "2026-06-01" },
    [],
    { kind: "notYet", on: "2026-12-01" },
  ],
  [
    "in use for half a year and no cause written down",
    { inUseSince: "2026-05-22" },
    [],
    { kind: "causeMissing", since: "2026-05-22" },
  ],
  [
    "held up by us, and urged by letter",
    { acceptance: "hospitalCause" },
    [letter],
    { kind: "acceptNow", by: "2026-11-24", daysLeft: 2 },
  ],
  [
    "held up by us, and not urged",
    { acceptance: "hospitalCause" },
    [],
    { kind: "acceptNow", by: undefined, daysLeft: undefined },
  ],
  [
    "held up by us, the letter answered",
    { acceptance: "hospitalCause" },
    [{ ...letter, data: { ...letter.data, answeredDate: today } }],
    { kind: "acceptNow", by: undefined, daysLeft: undefined },
  ],
  [
    "held up by us, in use for less than half a year",
    { acceptance: "hospitalCause", inUseSince: "2026-05-23" },
    [],
    { kind: "notYet", on: "2026-11-23" },
  ],
  [
    "held up by us, in use for half a year to the day",
    { acceptance: "hospitalCause", inUseSince: "2026-05-22" },
    [],
    { kind: "acceptNow", by: undefined, daysLeft: undefined },
  ],
  [
    "in use for less than half a year, and urged by a letter about everything",
    { acceptance: "hospitalCause", inUseSince: "2026-09-01" },
    [{ ...letter, data: { ...letter.data, moduleIds: [] } }],
    { kind: "acceptNow", by: "2026-11-24", daysLeft: 2 },
  ],
  [
    "disputed in the first half year",
    { acceptance: "disputed", inUseSince: "2026-09-01" },
    [],
    { kind: "notYet", on: "2027-03-01" },
  ],
  [
    "not due and half a year in use",
    { acceptance: "notDue", inUseSince: "2026-01-31" },
    [],
    { kind: "causeMissing", since: "2026-01-31" },
  ],
  [
    "signed after all, whatever cause still stands there",
    { acceptance: "disputed", acceptedDate: "2026-11-01" },
    [],
    { kind: "covered", since: "2026-11-01" },
  ],
  ["not live because of us", { acceptance: "partNotLive" }, [], { kind: "setAside" }],
  ["not live because of the vendor", { acceptance: "vendorCause" }, [], { kind: "refund" }],
  ["disputed", { acceptance: "disputed" }, [], { kind: "negotiate" }],
])("a module that is %s", (_, data, letters, expected) => {
  expect(dispositionOf(module(data), letters, today)).toEqual(expected);
});
