import { useEffect, useState } from "react";
import type { IncidentEvent, RecordType, Stored } from "../../../shared/records/index.ts";
import { incidentState, type IncidentState } from "../../../shared/rules/incidents/state.ts";
import type { Desk } from "../../db/desk.ts";
import { useDesk, useLive } from "../../records/use-desk.tsx";

export interface OpenIncident {
  readonly incident: Stored<"incident">;
  readonly events: readonly IncidentEvent[];
  readonly state: IncidentState;
}

const TOUCHED: readonly RecordType[] = ["incident", "incidentEvent", "importBatch"];

/** Incidents that are not finished and were not imported, oldest first, at most `limit`; kept current. */
export function useOpenIncidents(limit: number): readonly OpenIncident[] | undefined {
  const desk = useDesk();
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let current = true;
    void desk.incidents.ready().then(() => current && setReady(true));
    return () => {
      current = false;
    };
  }, [desk]);
  return useLive(() => readOpen(desk, limit), TOUCHED, `open:${limit}:${String(ready)}`);
}

async function readOpen(desk: Desk, limit: number): Promise<readonly OpenIncident[]> {
  const ids = await desk.incidents.open(limit);
  const read = await Promise.all(
    ids.map(async (id): Promise<readonly OpenIncident[]> => {
      const [incident, events] = await Promise.all([
        desk.get("incident", id),
        desk.childrenOf("incidentEvent", id),
      ]);
      if (incident === undefined) return [];
      const lines = events.map(({ data }) => data);
      const state = incidentState(incident.data, lines);
      // The list may be a moment behind the record.
      if (state.status === "resolved" || state.status === "closed") return [];
      return [{ incident, events: lines, state }];
    }),
  );
  return read.flat();
}
