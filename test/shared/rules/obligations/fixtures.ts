import type { Letter, Obligation, ObligationEntry, Stored, Term } from "../../../../shared/records/index.ts";
import type { ContractTerm } from "../../../../shared/rules/clauses/terms.ts";

export function termOf(data: Partial<Term>, id = "t1"): Stored<"term"> {
  return {
    type: "term",
    id,
    data: {
      contractId: "k1",
      kind: "renewal",
      startDate: "2027-01-01",
      endDate: "2027-12-31",
      decidedDate: "2026-11-01",
      decidedBy: "王主任",
      ...data,
    },
  };
}

/** A stretch in which the contract is in force. */
export function inForce(startDate: string, endDate: string): ContractTerm {
  const rest = { termId: undefined, noticeDate: undefined, amountFen: undefined } as const;
  return { kind: "first", startDate, endDate, ...rest };
}

export function obligationOf(data: Partial<Obligation>, id = "o1"): Stored<"obligation"> {
  return {
    type: "obligation",
    id,
    data: { contractId: "k1", name: "每月通报系统工作情况", party: "vendor", recurrence: "monthly", ...data },
  };
}

export function entryOf(data: Partial<ObligationEntry>, id = "e1"): Stored<"obligationEntry"> {
  return {
    type: "obligationEntry",
    id,
    data: {
      obligationId: "o1",
      kind: "fulfilled",
      day: "2026-02-01",
      recordedAt: `${data.day ?? "2026-02-01"}T02:00:00.000Z`,
      ...data,
    },
  };
}

export function letterOf(data: Partial<Letter>, id = "l1"): Stored<"letter"> {
  return {
    type: "letter",
    id,
    data: {
      contractId: "k1",
      number: "XXK-2026-7K2M9P-0003",
      kind: "acceptance",
      subject: "督促验收",
      letterDate: "2026-11-02",
      ...data,
    },
  };
}
