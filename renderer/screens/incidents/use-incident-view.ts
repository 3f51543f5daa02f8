import { useEffect, useState } from "react";
import type { RecordType } from "../../../shared/records/index.ts";
import type { IncidentQuery, IncidentView } from "../../db/desk.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { withinDates, type DateRange } from "./date-range.ts";

/** What a list row is made of: a change of any of these may change a row. */
const SHOWN: readonly RecordType[] = ["incident", "incidentEvent", "importBatch", "system", "vendor"];
/** Many changes in a row, as a sync brings them, are one new question. */
const CALM_MS = 150;

export interface Asked extends IncidentQuery {
  readonly dates: DateRange;
}

/**
 * The answer to a query, asked again when incidents change and once all are read; the last answer stays
 * until the next is there. `ready` is false while the desk still reads its incidents.
 */
export function useIncidentView(asked: Asked): {
  readonly view: IncidentView | undefined;
  readonly ready: boolean;
} {
  const desk = useDesk();
  const [view, setView] = useState<IncidentView | undefined>(undefined);
  const [ready, setReady] = useState(false);
  const key = JSON.stringify(asked);

  useEffect(() => {
    let current = true;
    let calm: ReturnType<typeof setTimeout> | undefined;
    const ask = async (): Promise<void> => {
      const { dates, ...query } = asked;
      const answer = await desk.incidents.query(query);
      const isRange = dates.from !== undefined || dates.to !== undefined;
      const shown = isRange ? await withinDates(answer, query.sort.descending, dates) : answer;
      if (current) setView(shown);
    };
    void ask();
    void desk.incidents.ready().then(() => {
      if (!current) return;
      setReady(true);
      void ask();
    });
    const stop = desk.onChange((touched) => {
      if (!SHOWN.some((type) => touched.includes(type))) return;
      clearTimeout(calm);
      calm = setTimeout(() => void ask(), CALM_MS);
    });
    return () => {
      current = false;
      clearTimeout(calm);
      stop();
    };
    // `key` stands for `asked`.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [desk, key]);

  return { view, ready };
}
