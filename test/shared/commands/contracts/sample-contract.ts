import type { Clause, RecordData, Stored } from "../../../../shared/records/index.ts";

/** A year of HIS maintenance, 2026. */
export const contract: Stored<"contract"> = {
  type: "contract",
  id: "c1",
  data: {
    title: "HIS 年度维护",
    number: "HT-2026-0012",
    vendorId: "v1",
    startDate: "2026-01-01",
    endDate: "2026-12-31",
  },
};

export function term(
  id: string,
  data: Partial<RecordData<"term">> & Pick<RecordData<"term">, "startDate" | "endDate">,
): Stored<"term"> {
  return {
    type: "term",
    id,
    data: { contractId: "c1", kind: "renewal", decidedDate: "2026-10-01", decidedBy: "王主任", ...data },
  };
}

export function clause(id: string, data: Partial<Clause> = {}): Stored<"clause"> {
  return {
    type: "clause",
    id,
    data: {
      contractId: "c1",
      name: "响应 1 小时",
      metric: "response",
      startEvent: "reported",
      stopEvent: "acknowledged",
      target: 1,
      unit: "hour",
      coverage: "always",
      ...data,
    },
  };
}
