import { describe, expect, it } from "vitest";
import type { Edit } from "../../../../shared/commands/edit.ts";
import {
  cancelVisit,
  completeVisit,
  grantMore,
  orderVisit,
  reverseEntry,
  type Order,
} from "../../../../shared/commands/visits/visit-steps.ts";
import {
  registry,
  type Agreement,
  type EntitlementEntry,
  type RecordData,
  type Stored,
} from "../../../../shared/records/index.ts";
import { balanceOf, type Balance } from "../../../../shared/rules/entitlements/balance.ts";
import type { Entry } from "../../../../shared/rules/entitlements/ledger.ts";
import { contractOf } from "../../rules/clauses/fixtures.ts";

const now = "2026-06-30T02:00:00.000Z";
const today = "2026-06-30";
const entitlement: Stored<"entitlement"> = {
  type: "entitlement",
  id: "q1",
  data: {
    contractId: "k1",
    name: "紧急上门",
    kind: "emergencyVisit",
    granted: 5,
    period: "term",
    startsFrom: "term",
  },
};
const terms = [
  {
    termId: undefined,
    kind: "first",
    startDate: "2026-01-01",
    endDate: "2026-12-31",
    noticeDate: undefined,
    amountFen: undefined,
  },
] as const;
const balance = (entries: readonly Entry[], of = entitlement): Balance =>
  balanceOf(of, entries, terms, [], today);
const order: Order = {
  subject: "服务器宕机",
  plannedDate: "2026-07-01",
  engineer: "李工",
  by: "张三",
  incidentId: "i1",
};
const context = (entries: readonly Entry[] = []) => ({
  visitId: "v9",
  entryId: "e9",
  now,
  contract: contractOf({}),
  entitlement,
  balanceOn: (day: string) => balanceOf(entitlement, entries, terms, [], day),
});
const agreement = (data: Partial<Agreement> = {}): Stored<"agreement"> => ({
  type: "agreement",
  id: "a1",
  data: {
    contractId: "k1",
    number: "1",
    kind: "visit",
    subject: "第六次",
    quotedDate: "2026-06-01",
    ...data,
  },
});
const written = (edits: readonly Edit[]): Entry[] =>
  edits.flatMap(({ type, id, patch }) =>
    type === "entitlementEntry" ? [{ type, id, data: patch as EntitlementEntry }] : [],
  );
const used = (id: string): Entry => ({
  type: "entitlementEntry",
  id,
  data: { entitlementId: "q1", kind: "used", day: "2026-03-01", recordedAt: now, units: 1 },
});
const visit = (data: Partial<RecordData<"visit">> = {}): Stored<"visit"> => ({
  type: "visit",
  id: "v9",
  data: { subject: "服务器宕机", vendorId: "v1", plannedDate: "2026-07-01", entitlementId: "q1", ...data },
});

describe("ordering a visit", () => {
  it("plans it and sets one unit aside, both or neither", () => {
    const made = orderVisit(order, context());
    expect(made).toMatchObject({
      ok: true,
      value: [
        { type: "visit", id: "v9", patch: { kind: "emergency", incidentId: "i1", entitlementId: "q1" } },
        { type: "entitlementEntry", patch: { kind: "reserved", visitId: "v9", day: "2026-07-01" } },
      ],
    });
    for (const { type, patch } of made.ok ? made.value : []) {
      expect(registry[type].schema.safeParse(patch).success).toBe(true);
    }
    expect(made.ok && balance(written(made.value)).left).toBe(4);
  });

  const five = ["a", "b", "c", "d", "e"].map(used);
  it.each<readonly [string, Partial<Order>, readonly Entry[], string]>([
    ["nobody says what for", { subject: " " }, [], "missing"],
    ["the day is none", { plannedDate: "2026-02-30" }, [], "notADate"],
    ["the day is empty", { plannedDate: "" }, [], "notADate"],
    ["all five are used", {}, five, "nothingLeft"],
    ["two are wanted and one is left", { units: 2 }, five.slice(1), "nothingLeft"],
    ["none is wanted", { units: 0 }, [], "notACount"],
    ["half a one is wanted", { units: 0.5 }, [], "notACount"],
    ["the line is too long", { subject: "宕".repeat(501) }, [], "tooLong"],
    ["the name is too long", { engineer: "李".repeat(501) }, [], "tooLong"],
    [
      "its agreement was withdrawn",
      { agreement: agreement({ withdrawnDate: today }) },
      five,
      "agreementUnfit",
    ],
    ["its agreement is done", { agreement: agreement({ leftDate: today }) }, five, "agreementUnfit"],
    [
      "its agreement is another contract's",
      { agreement: agreement({ contractId: "k2" }) },
      five,
      "agreementUnfit",
    ],
    [
      "its agreement is no visit",
      { agreement: agreement({ kind: "customisation" }) },
      five,
      "agreementUnfit",
    ],
    ["the day lies after the term", { plannedDate: "2027-01-01" }, [], "outsidePeriod"],
    ["the day lies before the term", { plannedDate: "2025-12-31" }, [], "outsidePeriod"],
  ])("is refused where %s", (_, change, entries, kind) => {
    expect(orderVisit({ ...order, ...change }, context(entries))).toMatchObject({
      ok: false,
      failure: { kind },
    });
  });
});

describe("ordering beyond what is left", () => {
  const five = ["a", "b", "c", "d", "e"].map(used);

  it("names what is left", () => {
    expect(orderVisit(order, context(five))).toMatchObject({
      failure: { kind: "nothingLeft", balance: { granted: 5, used: 5, left: 0 } },
    });
  });

  it("goes by its agreement, and sets nothing aside", () => {
    const made = orderVisit({ ...order, agreement: agreement() }, context(five));
    expect(made).toMatchObject({ ok: true, value: [{ type: "visit", patch: { agreementId: "a1" } }] });
    expect(made.ok && made.value).toHaveLength(1);
    expect(made.ok && made.value[0]?.patch).not.toHaveProperty("entitlementId");
  });
});

it("plans a year's patrols ahead, each from the quarter it lies in", () => {
  const quarterly = { ...entitlement, data: { ...entitlement.data, granted: 1, period: "quarter" as const } };
  const own: Entry[] = [];
  const balanceOn = (day: string) => balanceOf(quarterly, own, terms, [], day);
  for (const [at, plannedDate] of ["2026-02-10", "2026-05-10", "2026-08-10", "2026-11-10"].entries()) {
    const ids = { visitId: `v${at}`, entryId: `e${at}` };
    const made = orderVisit(
      { ...order, plannedDate },
      { ...context(), ...ids, entitlement: quarterly, balanceOn },
    );
    expect(made.ok).toBe(true);
    own.push(...(made.ok ? written(made.value) : []));
  }
  const again = orderVisit(
    { ...order, plannedDate: "2026-08-20" },
    { ...context(), entitlement: quarterly, balanceOn },
  );
  expect(again).toMatchObject({ failure: { kind: "nothingLeft", balance: { reserved: 1, left: 0 } } });
});

describe("what becomes of a visit", () => {
  const ordered = orderVisit(order, context());
  const entries = ordered.ok ? written(ordered.value) : [];
  const settle = { entryId: "e10", now, today, entries };
  const told = { actualDate: today, result: "", reportReceived: undefined, by: "张三" };

  it("is a use on the day it took place, and its reservation is settled", () => {
    const made = completeVisit(visit(), told, settle);
    const after = balance([...entries, ...(made.ok ? written(made.value) : [])]);
    expect([after.reserved, after.used, after.left]).toEqual([0, 1, 4]);
  });

  it("is a release with its reason when it is cancelled", () => {
    const made = cancelVisit(visit(), { reason: "已远程解决", by: "" }, settle);
    expect(balance([...entries, ...(made.ok ? written(made.value) : [])]).left).toBe(5);
    expect(made).toMatchObject({
      value: [{ patch: { cancelledDate: today } }, { patch: { reason: "已远程解决" } }],
    });
  });

  it("takes the time it took, rounded up, where the entitlement is time", () => {
    const days = { ...entitlement, data: { ...entitlement.data, unitMinutes: 480, roundToMinutes: 240 } };
    const made = completeVisit(visit(), { ...told, minutes: 300 }, settle);
    expect(balance([...entries, ...(made.ok ? written(made.value) : [])], days).used).toBe(1);
  });

  it("touches no ledger where it used no entitlement", () => {
    const { entitlementId: _id, ...free } = visit().data;
    const made = completeVisit({ ...visit(), data: free }, told, settle);
    expect(made.ok && made.value).toHaveLength(1);
  });

  it.each([
    ["completed twice", completeVisit(visit({ actualDate: today }), told, settle), "alreadyDone"],
    [
      "completed after it was cancelled",
      completeVisit(visit({ cancelledDate: today }), told, settle),
      "alreadyDone",
    ],
    [
      "completed tomorrow",
      completeVisit(visit(), { ...told, actualDate: "2026-07-01" }, settle),
      "inTheFuture",
    ],
    ["completed in no time", completeVisit(visit(), { ...told, minutes: 0 }, settle), "notACount"],
    ["completed in two years", completeVisit(visit(), { ...told, minutes: 2e6 }, settle), "notACount"],
    ["completed on no day", completeVisit(visit(), { ...told, actualDate: "" }, settle), "notADate"],
    ["cancelled without a reason", cancelVisit(visit(), { reason: " ", by: "" }, settle), "reasonMissing"],
    [
      "cancelled after it took place",
      cancelVisit(visit({ actualDate: today }), { reason: "x", by: "" }, settle),
      "alreadyDone",
    ],
  ])("cannot be %s", (_, made, kind) => {
    expect(made).toMatchObject({ ok: false, failure: { kind } });
  });
});

describe("a line of the ledger", () => {
  const line = used("u1");
  const settle = { entryId: "e10", now, today, entries: [line] };

  it("is taken back with its reason, and stays to be read", () => {
    const made = reverseEntry(line, { reason: "记错合同", by: "张三" }, settle);
    expect(made).toMatchObject({
      value: [{ patch: { kind: "reversed", aboutId: "u1", reason: "记错合同" } }],
    });
    expect(made.ok && balance([line, ...written(made.value)]).left).toBe(5);
  });

  it("is not taken back twice, nor without a reason", () => {
    const made = reverseEntry(line, { reason: "记错合同", by: "" }, settle);
    const entries = [line, ...(made.ok ? written(made.value) : [])];
    expect(reverseEntry(line, { reason: "再次", by: "" }, { ...settle, entries })).toMatchObject({
      failure: { kind: "alreadyReversed" },
    });
    expect(reverseEntry(line, { reason: "", by: "" }, settle)).toMatchObject({
      failure: { kind: "reasonMissing" },
    });
  });

  it("that settles or takes back another, or is not there, cannot be taken back", () => {
    const reserved: Entry = { ...line, id: "r1", data: { ...line.data, kind: "reserved" } };
    const use: Entry = { ...line, id: "u2", data: { ...line.data, aboutId: "r1" } };
    const released: Entry = { ...line, id: "x1", data: { ...line.data, kind: "released", aboutId: "gone" } };
    const entries = [reserved, use, released];
    for (const entry of [reserved, released, line]) {
      expect(reverseEntry(entry, { reason: "记错", by: "" }, { ...settle, entries })).toMatchObject({
        failure: { kind: "notReversible" },
      });
    }
    expect(reverseEntry(use, { reason: "记错", by: "" }, { ...settle, entries }).ok).toBe(true);
  });

  it.each([
    [2, "双方商定", undefined],
    [0, "双方商定", "notACount"],
    [1.5, "双方商定", "notACount"],
    [10_001, "双方商定", "notACount"],
    [1, " ", "reasonMissing"],
  ])("grants %d more for the reason %s", (units, reason, kind) => {
    const made = grantMore(entitlement, { units, reason, by: "" }, settle);
    if (kind === undefined) expect(made.ok && balance(written(made.value)).left).toBe(7);
    else expect(made).toMatchObject({ ok: false, failure: { kind } });
  });
});
