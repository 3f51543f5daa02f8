import { correctIncident } from "../../../../shared/commands/correct-incident.ts";
import { instant } from "../../../../shared/lib/instants.ts";
import { useSaveProblem } from "../../../records/save-problem.ts";
import { useDesk } from "../../../records/use-desk.tsx";
import { useToast } from "../../../ui/ask.ts";
import { useTexts } from "../../../ui/i18n.ts";
import type { IncidentFile } from "../incident-file.ts";
import { recurrenceTexts } from "./recurrence-texts.ts";

/** Names an incident as the earlier one of this: one step, which undo takes back. */
export function useLinkPrevious({ incident, state }: IncidentFile): (previousId: string) => Promise<void> {
  const desk = useDesk();
  const toast = useToast();
  const problemOf = useSaveProblem();
  const t = useTexts(recurrenceTexts);
  return async (previousId) => {
    const context = { now: instant(Date.now()), reportedAt: state.reportedAt };
    const edits = correctIncident(incident, { previousId }, context);
    // Only what a form tells can be wrong there, and this tells an id.
    if (!edits.ok || edits.value.length === 0) return;
    const { number } = incident.data;
    const label = { zh: `关联前次故障：${number}`, en: `Link the earlier incident: ${number}` };
    const saved = await desk.save(label, edits.value);
    if (saved.ok) toast.done(t("linked"));
    else toast.problem(problemOf(saved.failure));
  };
}
