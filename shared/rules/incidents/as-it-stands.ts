import type { Incident } from "../../records/index.ts";
import type { IncidentState } from "./state.ts";

/** The incident with the severity that stood last: what a paper says and what clauses go by (clocks R8). */
export function asItStands(incident: Incident, { severity }: Pick<IncidentState, "severity">): Incident {
  return severity === undefined ? incident : { ...incident, severity };
}
