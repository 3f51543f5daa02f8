import type { CalendarDate } from "../../../shared/lib/dates.ts";
import { dayNumber } from "../../../shared/lib/dates.ts";
import { instant, startOfDay } from "../../../shared/lib/instants.ts";
import type { Desk } from "../../db/desk.ts";
import { useDesk, useLive } from "../../records/use-desk.tsx";

export interface DayCounts {
  readonly reported: number;
  readonly resolved: number;
  /** Incidents of all time. */
  readonly total: number;
}

/** How many incidents were reported and solved today. */
export function useDayCounts(today: CalendarDate): DayCounts | undefined {
  const desk = useDesk();
  return useLive(
    async () => {
      const [reported, resolved] = await Promise.all([
        countSince(desk, "reportedAt", today),
        countSince(desk, "resolvedAt", today),
      ]);
      return { reported: reported.count, resolved: resolved.count, total: reported.total };
    },
    ["incident", "incidentEvent", "importBatch"],
    `day:${today}`,
  );
}

async function countSince(desk: Desk, column: "reportedAt" | "resolvedAt", today: CalendarDate) {
  const from = instant(startOfDay(dayNumber(today)));
  const to = instant(startOfDay(dayNumber(today) + 1));
  // Only counted, and in an order that the list has at hand.
  const sort = { column: "reportedAt", descending: false } as const;
  return desk.incidents.query({ search: "", filters: {}, ranges: { [column]: { from, to } }, sort });
}
