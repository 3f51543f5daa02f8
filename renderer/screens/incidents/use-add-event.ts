import { addEvent, type AddEventFailure, type EventEntry } from "../../../shared/commands/add-event.ts";
import { formatWall, instant } from "../../../shared/lib/instants.ts";
import { EVENT_KINDS } from "../../../shared/records/event-kinds.ts";
import type { IncidentEvent, Stored } from "../../../shared/records/index.ts";
import { useSaveProblem } from "../../records/save-problem.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { eventTexts } from "./event-texts.ts";

/** Adds a line to an incident's timeline. Resolves to a sentence about what is wrong, or undefined when it is saved. */
export function useAddEvent(
  incident: Stored<"incident">,
  events: readonly IncidentEvent[],
): (entry: EventEntry) => Promise<string | undefined> {
  const desk = useDesk();
  const failureWords = useFailureWords();
  const problemOf = useSaveProblem();
  return async (entry) => {
    const [id = ""] = await desk.newIds(1);
    const now = instant(Date.now());
    const edits = addEvent(entry, { now, id, incident: incident.data, events });
    if (!edits.ok) return failureWords(edits.failure);
    const { zh, en } = EVENT_KINDS[entry.kind];
    const { number } = incident.data;
    const saved = await desk.save({ zh: `${zh}：${number}`, en: `${en}: ${number}` }, edits.value);
    return saved.ok ? undefined : problemOf(saved.failure);
  };
}

function useFailureWords(): (failure: AddEventFailure) => string {
  const t = useTexts(eventTexts);
  return (failure) => {
    switch (failure.kind) {
      case "beforeReport":
        return t("beforeReport", { at: formatWall(failure.reportedAt) });
      case "alreadyPaused":
        return t("alreadyPaused", { at: formatWall(failure.since) });
      case "alreadyResolved":
      case "alreadySigned":
        return t(failure.kind, { at: formatWall(failure.at) });
      case "tooLateToReopen":
        return t("tooLateToReopen", { at: formatWall(failure.resolvedAt), days: failure.days });
      default:
        return t(failure.kind);
    }
  };
}
