import { EVENT_KINDS } from "../../../shared/records/event-kinds.ts";
import type { ClauseClock, ClauseProblem } from "../../../shared/rules/clauses/clause-clock.ts";
import { useLabel, useTexts, type Translate } from "../../ui/i18n.ts";
import { clockTexts } from "./clock-texts.ts";

type Words = Translate<keyof typeof clockTexts.keys>;

type ClockTone = "danger" | "warning" | "ok" | "quiet" | "plain";

export interface ClockWords {
  readonly text: string;
  readonly tone: ClockTone;
}

/** From here on a running clock says that it is due soon (clocks R9). */
const SOON = 0.75;

/** Where a clock stands, in words; red is for what is broken and nothing else (conventions §6). */
export function useClockWords(): (clock: ClauseClock) => ClockWords {
  const t = useTexts(clockTexts);
  const label = useLabel();
  return (clock) => {
    const left = `${durationText(clock.remainingMs, t)}${workingTime(clock, t)}`;
    const over = `${durationText(clock.overrunMs, t)}${workingTime(clock, t)}`;
    switch (clock.state) {
      case "running": {
        const target = clock.elapsedMs + clock.remainingMs;
        const isSoon = clock.elapsedMs >= target * SOON;
        return isSoon
          ? { text: t("leftSoon", { time: left }), tone: "warning" }
          : { text: t("left", { time: left }), tone: "plain" };
      }
      case "paused":
        return { text: t("pausedLeft", { time: left }), tone: "quiet" };
      case "met":
        return {
          text: t("met", { time: `${durationText(clock.elapsedMs, t)}${workingTime(clock, t)}` }),
          tone: "ok",
        };
      case "breached":
        return {
          text: t(clock.stopAt === undefined ? "overdue" : "brokenBy", { time: over }),
          tone: "danger",
        };
      case "notStarted":
        return {
          text: t("notStarted", { event: label(EVENT_KINDS[clock.clause.startEvent]) }),
          tone: "quiet",
        };
      case "contested":
        return {
          text: t("contested", {
            least: durationText(clock.range?.leastElapsedMs ?? 0, t),
            most: durationText(clock.range?.mostElapsedMs ?? 0, t),
          }),
          tone: "warning",
        };
      case "unknown":
        return { text: t("unknown"), tone: "quiet" };
    }
  };
}

export function useDuration(): (ms: number) => string {
  const t = useTexts(clockTexts);
  return (ms) => durationText(ms, t);
}

/** Why a clock cannot be computed, with what to do about it. */
export function useProblemWords(): (problem: ClauseProblem) => string {
  const t = useTexts(clockTexts);
  return (problem) => {
    switch (problem.kind) {
      case "notInLedger":
      case "dateOnly":
      case "calendarMissing":
      case "stopBeforeStart":
        return t(problem.kind);
      case "calendarUnreadable":
        return t("calendarUnreadable", { name: problem.name, detail: problem.failure.detail });
      case "badInstant":
      case "badTarget":
      case "pauseEndsBeforeStart":
        return t("badClause");
    }
  };
}

/** Whole minutes, in hours and minutes: days would leave open of how many hours. */
function durationText(ms: number, t: Words): string {
  if (ms <= 0) return t("nothing");
  const all = Math.floor(ms / 60_000);
  if (all === 0) return t("underMinute");
  const hours = Math.floor(all / 60);
  const minutes = all % 60;
  if (hours === 0) return t("minutes", { minutes });
  return minutes === 0 ? t("hours", { hours }) : t("hoursMinutes", { hours, minutes });
}

function workingTime({ clause }: ClauseClock, t: Words): string {
  const counts =
    clause.unit === "workingDay" || (clause.coverage === "calendar" && clause.unit !== "calendarDay");
  return counts ? t("workingTime") : "";
}
