import { describe, expect, it } from "vitest";
import {
  acceptAgreement,
  dispatchAgreement,
  quoteCustomisation,
  quoteVisit,
  recordStay,
  signAgreement,
  withdrawAgreement,
  type Quote,
} from "../../../../shared/commands/agreements/agreement-steps.ts";
import { registry, type Agreement, type Stored } from "../../../../shared/records/index.ts";

const today = "2026-06-30";
const now = "2026-06-30T02:00:00.000Z";
const context = { id: "a1", number: "XXK-XY-2026-7K2M9P-0001", contractId: "k1", today };
const quote: Quote = {
  subject: "第六次上门",
  workload: "",
  note: "",
  people: 1,
  days: 2,
  travelFen: 120_000,
  lodgingFen: 30_000,
  dailyFen: 100_000,
  incidentId: "i1",
};
const scanSha256 = "0123456789abcdef".repeat(4);
const agreement = (data: Partial<Agreement> = {}): Stored<"agreement"> => ({
  type: "agreement",
  id: "a1",
  data: { contractId: "k1", number: "1", kind: "visit", subject: "上门", quotedDate: "2026-06-01", ...data },
});
const stamped = { signedDate: "2026-06-02", scanSha256 };

describe("a quote", () => {
  it("is an agreement that nobody has signed, with its figures", () => {
    const made = quoteVisit(quote, context);
    const patch = made.ok ? made.value[0]?.patch : undefined;
    expect(patch).toMatchObject({ kind: "visit", people: 1, days: 2, incidentId: "i1", quotedDate: today });
    expect(registry.agreement.schema.safeParse(patch).success).toBe(true);
  });

  it.each<readonly [Partial<Quote>, string, string]>([
    [{ subject: "　" }, "missing", "subject"],
    [{ subject: "上".repeat(501) }, "tooLong", "subject"],
    [{ people: Number.NaN }, "notACount", "people"],
    [{ days: 1.5 }, "notACount", "days"],
    [{ people: 0 }, "notACount", "people"],
    [{ days: 0 }, "notACount", "days"],
    [{ travelFen: -1 }, "notAnAmount", "travelFen"],
    [{ dailyFen: 2e13 }, "tooMuch", "dailyFen"],
  ])("is refused for %o", (change, kind, field) => {
    expect(quoteVisit({ ...quote, ...change }, context)).toEqual({ ok: false, failure: { kind, field } });
  });

  it.each([
    [" ", 100, "missing"],
    ["改报表", -1, "notAnAmount"],
    ["改报表", 0.5, "notAnAmount"],
    ["改报表", Number.NaN, "notAnAmount"],
    ["改报表", 1e13 + 1, "tooMuch"],
    ["改".repeat(501), 100, "tooLong"],
  ])("for a change of the software %s at %d fen is refused", (subject, amountFen, kind) => {
    expect(quoteCustomisation({ ...quote, subject, amountFen }, context)).toMatchObject({
      failure: { kind },
    });
  });

  it("for a change of the software may leave the sum open", () => {
    const made = quoteCustomisation({ ...quote, subject: "改报表", amountFen: undefined }, context);
    expect(made).toMatchObject({
      ok: true,
      value: [{ patch: { kind: "customisation", subject: "改报表" } }],
    });
  });
});

describe("an agreement", () => {
  const sign = { signedDate: "2026-06-02", signedBy: "王主任", scanSha256 };

  it("goes from its stamped copy over the dispatch to the stay", () => {
    expect(signAgreement(agreement(), sign, today)).toMatchObject({ ok: true, value: [{ patch: sign }] });
    expect(dispatchAgreement(agreement(stamped), now)).toMatchObject({
      value: [{ patch: { dispatchedAt: now } }],
    });
    const stay = { arrivedDate: "2026-06-04", leftDate: "2026-06-05" };
    expect(recordStay(agreement(stamped), stay, today)).toMatchObject({ value: [{ patch: stay }] });
    expect(acceptAgreement(agreement(stamped), today, today)).toMatchObject({
      value: [{ patch: { acceptedDate: today } }],
    });
    expect(withdrawAgreement(agreement(), today, today)).toMatchObject({
      value: [{ patch: { withdrawnDate: today } }],
    });
  });

  const left = { arrivedDate: "2026-06-04", leftDate: "2026-06-05" };
  it.each([
    [
      "signed without its scan",
      signAgreement(agreement(), { ...sign, scanSha256: "" }, today),
      "scanMissing",
    ],
    [
      "signed with half a digest",
      signAgreement(agreement(), { ...sign, scanSha256: "abc" }, today),
      "scanMissing",
    ],
    ["signed by nobody", signAgreement(agreement(), { ...sign, signedBy: " " }, today), "missing"],
    [
      "signed by a name without end",
      signAgreement(agreement(), { ...sign, signedBy: "王".repeat(501) }, today),
      "tooLong",
    ],
    ["signed twice", signAgreement(agreement(stamped), sign, today), "alreadyDone"],
    [
      "signed before it was quoted",
      signAgreement(agreement(), { ...sign, signedDate: "2026-05-31" }, today),
      "beforeQuote",
    ],
    [
      "signed tomorrow",
      signAgreement(agreement(), { ...sign, signedDate: "2026-07-01" }, today),
      "inTheFuture",
    ],
    ["signed on no day", signAgreement(agreement(), { ...sign, signedDate: "6月2日" }, today), "notADate"],
    [
      "signed after it was withdrawn",
      signAgreement(agreement({ withdrawnDate: today }), sign, today),
      "withdrawn",
    ],
    ["sent out unstamped", dispatchAgreement(agreement({ signedDate: "2026-06-02" }), now), "notStamped"],
    ["sent out twice", dispatchAgreement(agreement({ ...stamped, dispatchedAt: now }), now), "alreadyDone"],
    [
      "sent out after it was withdrawn",
      dispatchAgreement(agreement({ ...stamped, withdrawnDate: today }), now),
      "withdrawn",
    ],
    ["stayed under unstamped", recordStay(agreement(), left, today), "notStamped"],
    [
      "left before arriving",
      recordStay(agreement(stamped), { ...left, leftDate: "2026-06-03" }, today),
      "leftBeforeArrival",
    ],
    [
      "left tomorrow",
      recordStay(agreement(stamped), { ...left, leftDate: "2026-07-01" }, today),
      "inTheFuture",
    ],
    ["accepted unstamped", acceptAgreement(agreement(), today, today), "notStamped"],
    [
      "accepted twice",
      acceptAgreement(agreement({ ...stamped, acceptedDate: today }), today, today),
      "alreadyDone",
    ],
    [
      "withdrawn after they came",
      withdrawAgreement(agreement({ ...stamped, arrivedDate: "2026-06-04" }), today, today),
      "alreadyDone",
    ],
    ["withdrawn twice", withdrawAgreement(agreement({ withdrawnDate: today }), today, today), "withdrawn"],
  ])("cannot be %s", (_, made, kind) => {
    expect(made).toMatchObject({ ok: false, failure: { kind } });
  });
});
