import type { FreezeContext } from "../../../../shared/commands/incidents/freeze-verdicts.ts";
import { epochMs, type Instant } from "../../../../shared/lib/instants.ts";
import { ok, type Result } from "../../../../shared/lib/result.ts";
import type { IncidentEvent, Stored } from "../../../../shared/records/index.ts";
import { clocksOf } from "../../../../shared/rules/clauses/incident-clocks.ts";
import type { Desk } from "../../../db/desk.ts";
import { readBook } from "../read-book.ts";
import { digestsOf, type InsecurePage } from "./digests.ts";

/**
 * All that freezing an incident's clocks takes, read from the desk at the moment of saving: a verdict states what was
 * held then, not what a screen showed some minutes before.
 */
export async function freezeContext(
  desk: Desk,
  incident: Stored<"incident">,
  events: readonly IncidentEvent[],
  now: Instant,
): Promise<Result<FreezeContext, InsecurePage>> {
  const { state, clocks } = clocksOf(incident.data, events, await readBook(desk), epochMs(now));
  const digests = await digestsOf(clocks, events);
  if (!digests.ok) return digests;
  const [ids, by] = await Promise.all([desk.newIds(clocks.length), desk.author()]);
  return ok({ now, incidentId: incident.id, ids, by, state, events, clocks, digests: digests.value });
}
