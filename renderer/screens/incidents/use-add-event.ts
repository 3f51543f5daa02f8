import { addEvent, type AddEventFailure, type EventEntry } from "../../../shared/commands/add-event.ts";
import { freezeVerdicts } from "../../../shared/commands/incidents/freeze-verdicts.ts";
import type { Edit } from "../../../shared/commands/edit.ts";
import { epochMs, formatWall, instant, type Instant } from "../../../shared/lib/instants.ts";
import { ok, type Result } from "../../../shared/lib/result.ts";
import { EVENT_KINDS } from "../../../shared/records/event-kinds.ts";
import type { IncidentEvent, Stored } from "../../../shared/records/index.ts";
import { clocksOf } from "../../../shared/rules/clauses/incident-clocks.ts";
import { reopenDaysOf } from "../../../shared/rules/clauses/reopen-days.ts";
import { useSaveProblem } from "../../records/save-problem.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useSyncStatus } from "../../state/sync-status.ts";
import { useTexts } from "../../ui/i18n.ts";
import type { Desk } from "../../db/desk.ts";
import { eventTexts } from "./event-texts.ts";
import { readBook } from "./read-book.ts";
import type { InsecurePage } from "./verdicts/digests.ts";
import { freezeContext } from "./verdicts/freeze-context.ts";
import { verdictTexts } from "./verdicts/verdict-texts.ts";

/**
 * Adds a line to an incident's timeline; the sign-off freezes the verdicts in the same step (clocks R10). Resolves to
 * a sentence about what is wrong, or undefined when it is saved.
 */
export function useAddEvent(
  incident: Stored<"incident">,
  events: readonly IncidentEvent[],
): (entry: EventEntry) => Promise<string | undefined> {
  const desk = useDesk();
  const failureWords = useFailureWords();
  const verdictWords = useTexts(verdictTexts);
  const problemOf = useSaveProblem();
  return async (entry) => {
    const [id = ""] = await desk.newIds(1);
    const now = instant(Date.now());
    const reopenDays =
      entry.kind === "reopened" ? await reopenDaysFor(desk, incident, events, now) : undefined;
    const edits = addEvent(entry, {
      now,
      id,
      incident: incident.data,
      events,
      reopenDays,
      clockOffsetMs: useSyncStatus.getState().clockOffsetMs,
    });
    if (!edits.ok) return failureWords(edits.failure);
    const frozen =
      entry.kind === "signedOff" ? await closing(desk, incident, events, edits.value, now) : ok([]);
    if (!frozen.ok) return verdictWords(frozen.failure.kind);
    const { zh, en } = EVENT_KINDS[entry.kind];
    const { number } = incident.data;
    const saved = await desk.save({ zh: `${zh}：${number}`, en: `${en}: ${number}` }, [
      ...edits.value,
      ...frozen.value,
    ]);
    return saved.ok ? undefined : problemOf(saved.failure);
  };
}

async function reopenDaysFor(
  desk: Desk,
  incident: Stored<"incident">,
  events: readonly IncidentEvent[],
  now: Instant,
): Promise<number> {
  return reopenDaysOf(clocksOf(incident.data, events, await readBook(desk), epochMs(now)).cover);
}

/** The verdicts of all clocks as they stand with the sign-off. */
async function closing(
  desk: Desk,
  incident: Stored<"incident">,
  events: readonly IncidentEvent[],
  added: readonly Edit[],
  now: Instant,
): Promise<Result<Edit[], InsecurePage>> {
  // `addEvent` makes whole lines.
  const lines = [...events, ...added.map(({ patch }) => patch as unknown as IncidentEvent)];
  const context = await freezeContext(desk, incident, lines, now);
  return context.ok ? ok(freezeVerdicts("closed", context.value)) : context;
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
