import { must } from "../../shared/lib/must.ts";
import { mayDo } from "../../shared/rules/rights/may.ts";
import type { Change } from "../../shared/sync/change.ts";
import type { Folded } from "../../shared/sync/fold.ts";
import type { Database } from "../store/sql.ts";
import { authorJudge, type AuthorRefusal } from "./author.ts";
import { OTHER_NETWORK, speakFor, takeOverLog, type EnrolledDesk } from "./desks.ts";
import type { Scene } from "./scene.ts";
import type { Person } from "./sessions.ts";

/** Who brings a push; a single seat brings its own and is asked nothing. */
export interface Bringer {
  readonly isSingleSeat: boolean;
  readonly tenant: string;
  readonly desk: EnrolledDesk | undefined;
  readonly person: Person | undefined;
}

/**
 * Why a change is not its author's to make; undefined where it is. Give changes in their order; `before` is the record
 * as it stood before the push.
 */
export type Refuses = (
  change: Change,
  isHeld: boolean,
  before: Folded | undefined,
) => AuthorRefusal | undefined;

export type LogRefusal =
  /** Another desk of this office speaks for the log. */
  | "notYourLog"
  /** It came by file before: somebody who may vouch for it hands it over to the desk that writes it. */
  | "relayedLog";

/**
 * What people's rights say about a push of this change log: that this desk does not speak for it, or what judges it
 * change by change.
 */
export async function pushRights(
  database: Database,
  scene: Scene,
  { isSingleSeat, tenant, desk, person }: Bringer,
  log: string,
): Promise<Refuses | LogRefusal> {
  if (isSingleSeat) return () => undefined;
  const sql = database.of(tenant);
  const enrolled = must(desk, "the hook lets no push through without a desk");
  const bringer = must(person, "and without a person");
  const speaker = await speakFor(sql, tenant, log, enrolled.id);
  if (speaker === OTHER_NETWORK) {
    if (!mayDo(bringer, "relay")) return "relayedLog";
    await takeOverLog(scene, log);
  } else if (speaker !== enrolled.id) return "notYourLog";
  return authorJudge(sql, tenant, enrolled.id, bringer);
}
