import { mayDo } from "../../../shared/rules/rights/may.ts";
import type { Me } from "../../../shared/people/wire.ts";

/**
 * Who sits here, where they may stand for another network's changes (摆渡); "" on a single seat, undefined where nobody
 * here may, or nobody knows yet who it is.
 */
export function voucherOf(me: Me | undefined): string | undefined {
  if (me?.isNeeded === false) return "";
  const person = me?.person;
  return person !== undefined && mayDo(person, "relay") ? person.id : undefined;
}
