import type { RecordType } from "../../records/index.ts";

/**
 * `office`: clerk and director. `ownDesk`: the director, and a clerk on the desk that made the record (so that a slip can
 * be undone where it was made). `director`. `nobody`: it is evidence; not even a director rewrites it.
 */
export type Who = "office" | "ownDesk" | "director" | "nobody";

/** Fields with a rule of their own. */
interface Line {
  readonly fields: readonly string[];
  readonly who: Who;
  /**
   * `changed`: once it stands; typing it in with a new record is copying what a paper says. `always`: setting it is the
   * decision itself. A list: when one of these values is written.
   */
  readonly when: "changed" | "always" | readonly string[];
  readonly why: string;
}

export interface TypeRights {
  readonly create: Who;
  readonly change: Who;
  readonly remove: Who;
  readonly why: string;
  readonly lines?: readonly Line[];
}

/** Who may write what. A type without a line does not compile; every line says why. */
export const WRITE_TABLE = {
  hospital: rights(
    "director",
    "director",
    "director",
    "name, numbers' prefix and quiet hours hold for everybody",
  ),
  person: rights("office", "office", "office", "a directory: nothing hangs on it"),
  vendor: rights("office", "office", "director", "telephone and fax change daily; contracts point at it"),
  system: rights("office", "office", "director", "contracts and incidents point at it"),
  module: rights("office", "office", "director", "contracts and incidents point at it", [
    decided("changed", "accepting starts three years of rights", [
      ["acceptedDate", "acceptance", "installedDate", "inUseSince"],
    ]),
  ]),
  contract: rights(
    "office",
    "office",
    "director",
    "a clerk types in what was signed; what was promised stays",
    [
      decided("changed", "money, dates and terms are decided, not typed over", [
        [
          "vendorId",
          "kind",
          "level",
          "startDate",
          "endDate",
          "noticeDate",
          "signedDate",
          "signedBy",
          "amountFen",
        ],
        ["systemPriceFen", "renewalPermille", "dailyFen", "payments", "ceilings", "exclusions", "feeRule"],
        ["bestEffort", "severityChange", "reopenDays", "objectionDays"],
      ]),
    ],
  ),
  term: rights("director", "director", "director", "a renewal or a termination is the office's decision"),
  clause: rights(
    "office",
    "director",
    "director",
    "typed in with the contract; verdicts rest on its wording",
    [decided("always", "a new version of a promise is decided", [["replacesId"]])],
  ),
  ruling: rights("director", "director", "director", "which of two clauses holds is a decision"),
  entitlement: rights("office", "director", "director", "typed in with the contract; balances rest on it"),
  entitlementEntry: rights("office", "nobody", "ownDesk", "a ledger: lines are added", [
    decided(["reversed", "granted"], "gives back or adds what the contract did not", [["kind"]]),
  ]),
  obligation: rights("office", "director", "director", "typed in with the contract; breaches rest on it"),
  obligationEntry: rights("office", "nobody", "ownDesk", "a ledger: lines are added", [
    decided(["waived", "withdrawn"], "forgives what is owed, or unsays what was done", [["kind"]]),
    decided("always", "whether we consent to a change is a decision", [["consent"]]),
  ]),
  agreement: rights("office", "office", "ownDesk", "a clerk drafts and dates what happens", [
    decided("always", "binds the hospital, or releases it", [
      ["signedDate", "signedBy", "scanSha256", "acceptedDate", "withdrawnDate"],
    ]),
    decided("changed", "a price that was quoted stands", [
      ["amountFen", "people", "days", "travelFen", "lodgingFen", "dailyFen"],
    ]),
  ]),
  letter: rights("office", "office", "ownDesk", "a clerk registers what came", [
    decided("always", "an answer speaks for the hospital", [["answeredDate", "answer"]]),
    decided("changed", "the weeks to answer run from it", [["letterDate", "receivedDate", "answerDays"]]),
  ]),
  calendar: rights("director", "director", "director", "moves due times"),
  holidayNotice: rights("director", "director", "director", "moves due times of every contract"),
  incident: rights("office", "office", "ownDesk", "the day's work; a report is not unsaid elsewhere", [
    decided("changed", "decides who pays, or how far the record proves anything", [
      ["causeCode", "liability", "evidence"],
    ]),
    fixed("which import made a record is a fact", ["importBatchId"]),
  ]),
  incidentEvent: rights("office", "nobody", "ownDesk", "a timeline: lines are added", [
    decided(["adjudicated", "pauseAgreed", "recomputed"], "takes a side, or moves a due time", [["kind"]]),
  ]),
  visit: rights("office", "office", "ownDesk", "a clerk orders, dates and cancels visits"),
  backupPlan: rights("office", "office", "director", "engineers plan; checks point at it"),
  backupCheck: rights("office", "office", "ownDesk", "engineers look daily", [
    decided("changed", "a check that failed is not turned into one that passed", [
      ["result", "checkDate", "planId"],
    ]),
  ]),
  fax: rights("office", "nobody", "ownDesk", "a log: lines are added"),
  attachment: rights("office", "office", "ownDesk", "a scan may be named better", [
    fixed("the evidence is the bytes, and what they prove", [
      "sha256",
      "bytes",
      "addedAt",
      "ownerType",
      "ownerId",
    ]),
  ]),
  importBatch: rights(
    "office",
    "ownDesk",
    "nobody",
    "an import is taken back by its state, where it was made",
    [
      fixed("what was imported is a fact", [
        "recordType",
        "fileSha256",
        "rows",
        "records",
        "importedAt",
        "fileName",
      ]),
    ],
  ),
  verdict: rights(
    "office",
    "nobody",
    "ownDesk",
    "signing a case off freezes it; undoing the sign-off thaws it",
    [decided(["breach", "reEvaluated"], "accuses, or judges anew", [["cause"]])],
  ),
  breach: rights("director", "office", "director", "an accusation in the hospital's name", [
    decided("changed", "what the hospital found, and how it settled", [
      ["finding", "objectBy", "settledDate", "settlement", "withdrawnDate"],
    ]),
    fixed("the sheet has gone out", [
      "incidentId",
      "verdictId",
      "contractId",
      "number",
      "issuedAt",
      "issuedBy",
    ]),
  ]),
  alertAnswer: rights(
    "office",
    "nobody",
    "ownDesk",
    "answers are added; the matter is decided in its own record",
  ),
  decision: rights("director", "nobody", "nobody", "which of two values holds is decided, and stays written"),
} as const satisfies Record<RecordType, TypeRights>;

function rights(create: Who, change: Who, remove: Who, why: string, lines: readonly Line[] = []): TypeRights {
  return { create, change, remove, why, lines };
}

function decided(when: Line["when"], why: string, fields: readonly (readonly string[])[]): Line {
  return { fields: fields.flat(), who: "director", when, why };
}

function fixed(why: string, fields: readonly string[]): Line {
  return { fields, who: "nobody", when: "changed", why };
}
