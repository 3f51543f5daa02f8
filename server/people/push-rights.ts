import { must } from "../../shared/lib/must.ts";
import type { Change } from "../../shared/sync/change.ts";
import type { Database } from "../store/sql.ts";
import { authorJudge, type AuthorRefusal } from "./author.ts";
import { ownsLog, type EnrolledDesk } from "./desks.ts";
import type { Person } from "./sessions.ts";

/** Who brings a push; a single seat brings its own and is asked nothing. */
export interface Bringer {
  readonly isSingleSeat: boolean;
  readonly tenant: string;
  readonly desk: EnrolledDesk | undefined;
  readonly person: Person | undefined;
}

/** Why a change is not its author's to make; undefined where it is. Give changes in their order. */
export type Refuses = (change: Change, isHeld: boolean) => AuthorRefusal | undefined;

/**
 * What people's rights say about a push of this change log: `notYourLog` where another desk speaks for it, otherwise
 * what judges it change by change.
 */
export async function pushRights(
  database: Database,
  { isSingleSeat, tenant, desk, person }: Bringer,
  log: string,
): Promise<Refuses | "notYourLog"> {
  if (isSingleSeat) return () => undefined;
  const sql = database.of(tenant);
  const enrolled = must(desk, "the hook lets no push through without a desk");
  if (!(await ownsLog(sql, tenant, enrolled.id, log))) return "notYourLog";
  return authorJudge(sql, tenant, enrolled.id, must(person, "and without a person"));
}
