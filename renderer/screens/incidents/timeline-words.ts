import { formatWall } from "../../../shared/lib/instants.ts";
import { EVENT_KINDS } from "../../../shared/records/event-kinds.ts";
import type { IncidentEvent } from "../../../shared/records/index.ts";
import { AGREEMENTS, PARTIES, PAUSE_REASONS } from "../../../shared/records/pause-terms.ts";
import { SEVERITIES } from "../../../shared/records/severities.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { timelineTexts } from "./timeline-texts.ts";

/** What a line says beyond its name: the severity that holds, the time that was decided, how a pause is held. */
export function useTimelineWords(): (event: IncidentEvent) => string | undefined {
  const t = useTexts(timelineTexts);
  const label = useLabel();
  return (event) => {
    const { kind, aboutKind, aboutAt, agreement, severity } = event;
    switch (kind) {
      case "severityChanged":
        return severity === undefined ? undefined : t("severity", { severity: label(SEVERITIES[severity]) });
      case "adjudicated":
        if (aboutKind === undefined || aboutAt === undefined) return undefined;
        return t("adjudicated", { event: label(EVENT_KINDS[aboutKind]), at: formatWall(aboutAt) });
      case "pauseAgreed":
        if (agreement === undefined || aboutAt === undefined) return undefined;
        return t("pauseAgreed", { from: formatWall(aboutAt), agreement: label(AGREEMENTS[agreement]) });
      case "paused":
        return pauseWords(event);
      default:
        return undefined;
    }
  };

  function pauseWords({
    pauseReason,
    askedBy,
    agreement,
    agreedBy,
    capAt,
  }: IncidentEvent): string | undefined {
    const told = [
      ...(pauseReason === undefined ? [] : [label(PAUSE_REASONS[pauseReason])]),
      ...(askedBy === undefined ? [] : [t("asked", { who: label(PARTIES[askedBy]) })]),
      ...(agreement === undefined ? [] : [label(AGREEMENTS[agreement])]),
      ...(agreedBy === undefined ? [] : [t("agreedBy", { name: agreedBy })]),
      ...(capAt === undefined ? [] : [t("cap", { at: formatWall(capAt) })]),
    ];
    return told.length === 0 ? undefined : told.join(t("comma"));
  }
}
