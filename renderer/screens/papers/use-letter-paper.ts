import { useMemo } from "react";
import { letterAnswer } from "../../../shared/forms/f14.ts";
import { useRecord, useRecords } from "../../records/use-desk.tsx";
import { holdPaper, type HeldPaper } from "./held-paper.ts";
import { useOffice } from "./use-office.ts";

/** F14 of a letter that urges acceptance; undefined while it is read, null when there is no such letter. */
export function useLetterPaper(letterId: string): HeldPaper | null | undefined {
  const hospital = useOffice();
  const letter = useRecord("letter", letterId);
  const contract = useRecord("contract", letter?.data.contractId ?? "");
  const vendor = useRecord("vendor", contract?.data.vendorId ?? "");
  const modules = useRecords("module");
  const systems = useRecords("system");

  return useMemo(() => {
    // Another kind of letter asks for no acceptance: it has no such form.
    if (letter === null || (letter !== undefined && letter.data.kind !== "acceptance")) return null;
    if (letter === undefined || hospital === undefined) return undefined;
    if (contract === undefined || vendor === undefined || modules === undefined || systems === undefined)
      return undefined;
    const about = (letter.data.moduleIds ?? []).flatMap((id) => {
      const module = modules.find((one) => one.id === id)?.data;
      if (module === undefined) return [];
      const system = systems.find((one) => one.id === module.systemId)?.data;
      return [{ module, ...(system === undefined ? {} : { system }) }];
    });
    const paper = letterAnswer({
      letterId,
      letter: letter.data,
      hospital,
      ...(contract ? { contract: contract.data } : {}),
      ...(vendor ? { vendor: vendor.data } : {}),
      modules: about,
    });
    return holdPaper(paper, { to: "contract", id: letter.data.contractId }, undefined);
  }, [letter, hospital, contract, vendor, modules, systems, letterId]);
}
