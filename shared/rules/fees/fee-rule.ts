import type { Contract, Stored } from "../../records/index.ts";
import type { Cover } from "../clauses/cover.ts";

type FeeRule = NonNullable<Contract["feeRule"]>;

export type FeeOn =
  /** Nobody is asked yet, or nobody can be. */
  | { readonly kind: "none" }
  /** Within what was granted nothing is paid; beyond it by the contract's rule. */
  | { readonly kind: "included"; readonly beyond: readonly Ruled[] }
  /** Paid from the first visit on. `contract` ended last, in a gap; undefined where there never was one. */
  | {
      readonly kind: "charged";
      readonly why: "contractGap" | "perVisit";
      readonly rule: FeeRule;
      readonly contract: Stored<"contract"> | undefined;
    };

interface Ruled {
  readonly contract: Stored<"contract">;
  readonly rule: FeeRule;
}

/**
 * Which fee rule is on for an incident (checklist C03, C07, C08, C14; clocks R11). Where a contract says none, the visit
 * formula holds. That unlisted fees are free ends with the contract: in a gap such a one falls back to the formula.
 */
export function feeOn(cover: Cover): FeeOn {
  switch (cover.kind) {
    case "covered":
      return {
        kind: "included",
        beyond: cover.contracts.map((contract) => ({ contract, rule: contract.data.feeRule ?? "perVisit" })),
      };
    case "perVisit": {
      const { contract } = cover;
      return { kind: "charged", why: "perVisit", rule: contract.data.feeRule ?? "perVisit", contract };
    }
    case "contractGap": {
      const contract = cover.lastContract;
      const said = contract?.data.feeRule ?? "perVisit";
      return { kind: "charged", why: "contractGap", rule: said === "free" ? "perVisit" : said, contract };
    }
    case "noVendor":
    case "notReported":
      return { kind: "none" };
  }
}
