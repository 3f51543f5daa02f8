import { dayNumber } from "../../../shared/lib/dates.ts";
import { instant, startOfDay } from "../../../shared/lib/instants.ts";
import type { ScoreQuestion } from "../../../shared/rules/scores/question.ts";
import type { IncidentIndex } from "../desk.ts";

/** So many ids come over in a millisecond or two: the window is never held up. */
const IDS_A_TIME = 10_000;

/** The ids of the incidents that were reported in a period, found by the list's index however long the history. */
export async function reportedIds(
  incidents: Pick<IncidentIndex, "query" | "ready">,
  { from, to }: Pick<ScoreQuestion, "from" | "to">,
  isStopped: () => boolean,
): Promise<string[]> {
  await incidents.ready();
  const days = { from: instant(startOfDay(dayNumber(from))), to: instant(startOfDay(dayNumber(to) + 1)) };
  // In the list's own order, which it has at hand: that of a million ids would first have to be found.
  const sort = { column: "reportedAt", descending: false } as const;
  const view = await incidents.query({ search: "", filters: {}, ranges: { reportedAt: days }, sort });
  const ids: string[] = [];
  for (let at = 0; at < view.count && !isStopped(); at += IDS_A_TIME) {
    for (const id of await view.ids(at, at + IDS_A_TIME)) ids.push(id);
  }
  return ids;
}
