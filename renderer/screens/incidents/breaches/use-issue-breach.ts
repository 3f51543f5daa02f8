import { issueBreach } from "../../../../shared/commands/incidents/issue-breach.ts";
import { instant } from "../../../../shared/lib/instants.ts";
import type { Refusal } from "../../../records/command-dialog.tsx";
import { takePaperNumber } from "../../../records/paper-number.ts";
import { useSaveProblem } from "../../../records/save-problem.ts";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import { go, paperAddress } from "../go.ts";
import type { IncidentFile } from "../incident-file.ts";
import { freezeContext } from "../verdicts/freeze-context.ts";
import { verdictTexts } from "../verdicts/verdict-texts.ts";
import { breachTexts } from "./breach-texts.ts";

/** Issues a breach sheet and opens it for printing: checked first, so that no number is spent on what is refused. */
export function useIssueBreach(
  file: IncidentFile,
  clauseId: string,
): (told: { readonly finding: string; readonly by: string }) => Promise<Refusal | undefined> {
  const t = useTexts(breachTexts);
  const verdictWords = useTexts(verdictTexts);
  const desk = useDesk();
  const problemOf = useSaveProblem();
  return async ({ finding, by }) => {
    const frozen = await freezeContext(desk, file.incident, file.lines, instant(Date.now()));
    if (!frozen.ok) return verdictWords(frozen.failure.kind);
    const clock = frozen.value.clocks.find((one) => one.clauseId === clauseId);
    if (clock === undefined) return t("notBreached");
    const contract = await desk.get("contract", clock.clause.contractId);
    if (contract === undefined) return t("noContract");
    const [verdictId = "", breachId = ""] = await desk.newIds(2);
    const ids = [verdictId, breachId] as const;
    const context = { ...frozen.value, by, contract: contract.data, ids };
    const tried = issueBreach({ clock, finding }, { ...context, number: "" });
    if (!tried.ok) {
      const { kind } = tried.failure;
      return kind === "findingTooLong" ? { finding: t(kind) } : t(kind);
    }
    const number = await takePaperNumber(desk, "breach");
    const made = issueBreach({ clock, finding }, { ...context, number });
    if (!made.ok) return t(made.failure.kind);
    const saved = await desk.save(
      { zh: `出具违约认定单 ${number}`, en: `Breach sheet ${number}` },
      made.value,
    );
    if (!saved.ok) return problemOf(saved.failure);
    go(paperAddress("WY01", breachId));
    return undefined;
  };
}
