import type { RecordType, Stored } from "../../../shared/records/index.ts";
import type { Desk } from "../../db/desk.ts";
import { useDesk, useLive } from "../../records/use-desk.tsx";

/** One contract with everything that hangs on it. */
export interface ContractFile {
  readonly contract: Stored<"contract">;
  readonly vendor: Stored<"vendor"> | undefined;
  /** The systems covered, and all their modules. */
  readonly systems: readonly Stored<"system">[];
  readonly modules: readonly Stored<"module">[];
  readonly terms: readonly Stored<"term">[];
  readonly clauses: readonly Stored<"clause">[];
  readonly rulings: readonly Stored<"ruling">[];
  readonly entitlements: readonly Stored<"entitlement">[];
  readonly entries: readonly Stored<"entitlementEntry">[];
  readonly visits: readonly Stored<"visit">[];
  readonly obligations: readonly Stored<"obligation">[];
  readonly obligationEntries: readonly Stored<"obligationEntry">[];
  readonly agreements: readonly Stored<"agreement">[];
  readonly letters: readonly Stored<"letter">[];
}

const TYPES = [
  "contract",
  "vendor",
  "system",
  "module",
  "term",
  "clause",
  "ruling",
  "entitlement",
  "entitlementEntry",
  "visit",
  "obligation",
  "obligationEntry",
  "agreement",
  "letter",
] as const satisfies readonly RecordType[];

/** A contract's file, kept current; undefined while it is first read, null when there is no such contract. */
export function useContractFile(id: string): ContractFile | null | undefined {
  const desk = useDesk();
  return useLive(() => readFile(desk, id), TYPES, `contract-file:${id}`);
}

async function readFile(desk: Desk, id: string): Promise<ContractFile | null> {
  const contract = await desk.get("contract", id);
  if (contract === undefined) return null;
  const { vendorId, systemIds = [], moduleIds = [] } = contract.data;
  const [vendor, allSystems, allModules, visits, entitlements, obligations, ...rest] = await Promise.all([
    desk.get("vendor", vendorId),
    desk.all("system"),
    desk.all("module"),
    desk.all("visit"),
    desk.childrenOf("entitlement", id),
    desk.childrenOf("obligation", id),
    desk.childrenOf("term", id),
    desk.childrenOf("clause", id),
    desk.childrenOf("ruling", id),
    desk.childrenOf("agreement", id),
    desk.childrenOf("letter", id),
  ]);
  const [terms, clauses, rulings, agreements, letters] = rest;
  const [entries, obligationEntries] = await Promise.all([
    Promise.all(entitlements.map((entitlement) => desk.childrenOf("entitlementEntry", entitlement.id))),
    Promise.all(obligations.map((obligation) => desk.childrenOf("obligationEntry", obligation.id))),
  ]);
  const systems = allSystems.filter((system) => systemIds.includes(system.id));
  const modules = allModules.filter(
    (module) => moduleIds.includes(module.id) || systemIds.includes(module.data.systemId),
  );
  return {
    contract,
    vendor,
    systems,
    modules,
    terms,
    clauses,
    rulings,
    entitlements,
    entries: entries.flat(),
    visits: visits.filter(({ data }) => data.contractId === id),
    obligations,
    obligationEntries: obligationEntries.flat(),
    agreements,
    letters,
  };
}
