import { dayNumber } from "../../../shared/lib/dates.ts";
import { instant, startOfDay, type Instant } from "../../../shared/lib/instants.ts";
import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import type { IncidentIndex, IncidentView } from "../desk.ts";

/** So many rows come over in a few milliseconds: the window is never held up. */
const ROWS_A_TIME = 1000;

/** The ids of the incidents that were reported in a period, found by the list's index however long the history. */
export async function reportedIds(
  incidents: Pick<IncidentIndex, "query" | "ready">,
  { from, to }: Pick<ScoreQuestion, "from" | "to">,
  isStopped: () => boolean,
): Promise<string[]> {
  await incidents.ready();
  const view = await incidents.query({
    search: "",
    filters: {},
    sort: { column: "reportedAt", descending: false },
  });
  const first = await placeOf(view, instant(startOfDay(dayNumber(from))));
  const end = await placeOf(view, instant(startOfDay(dayNumber(to) + 1)));
  const ids: string[] = [];
  const some = (at: number): ReturnType<IncidentView["rows"]> =>
    view.rows(at, Math.min(end, at + ROWS_A_TIME));
  // The next are made ready there while these are taken in here.
  let coming = some(first);
  for (let at = first; at < end && !isStopped(); at += ROWS_A_TIME) {
    const rows = await coming;
    coming = some(Math.min(end, at + ROWS_A_TIME));
    for (const { id } of rows) ids.push(id);
  }
  await coming;
  return ids;
}

/** The first row reported at this time or later, found by halving; rows without a time stand before all. */
async function placeOf(view: IncidentView, at: Instant): Promise<number> {
  let [low, high] = [0, view.count];
  while (low < high) {
    const middle = (low + high) >> 1;
    const [row] = await view.rows(middle, middle + 1);
    if ((row?.reportedAt ?? "") < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
