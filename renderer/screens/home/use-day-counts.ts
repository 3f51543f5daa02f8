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

/** A day with more than this is shown as this many. */
const MOST = 500;

/** How many incidents were reported and solved today; read off the newest end of the list. */
export function useDayCounts(today: CalendarDate): DayCounts | undefined {
  const desk = useDesk();
  return useLive(
    async () => {
      await desk.incidents.ready();
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
  const view = await desk.incidents.query({ search: "", filters: {}, sort: { column, descending: true } });
  const rows = await view.rows(0, MOST);
  return { count: rows.filter((row) => row[column] >= from && row[column] < to).length, total: view.total };
}
