import { isRecordType } from "../../records/index.ts";
import { ACTION_TABLE, type Action } from "./action-table.ts";
import type { Holder } from "./roles.ts";
import { WRITE_TABLE, type TypeRights, type Who } from "./write-table.ts";

export type RightsRefusal =
  /** No role that works on the office's records. */
  | "noRole"
  | "readOnly"
  | "directorOnly"
  /** A clerk takes back only what was made on the same desk. */
  | "otherDesk"
  /** Evidence: it is added, and never rewritten. */
  | "neverChanged"
  /** A type of a newer edition: the service does not know who may write it. */
  | "unknownType";

/** A change as rights see it. */
export interface WantedChange {
  readonly type: string;
  /** `null` clears a field; `$deleted` removes the record, or brings it back. */
  readonly patch: Readonly<Record<string, unknown>>;
  /** The record is not there yet. */
  readonly isNew: boolean;
  /** The patch removes the record. */
  readonly isDelete: boolean;
  /** The record was made on the desk that changes it: its id begins with that desk's. */
  readonly isOwnDesk: boolean;
}

/** The patch's own word for removal; the same as `shared/sync` has it, which this room does not know. */
const DELETED = "$deleted";

/**
 * Why this person may not make this change; undefined where they may. Judged field by field: one field that is not theirs
 * refuses the change. The reasons stand in `write-table.ts`.
 */
export function mayWrite(person: Holder, change: WantedChange): RightsRefusal | undefined {
  const reads = mayRead(person, change.type);
  if (reads !== undefined) return reads;
  if (!person.roles.includes("director") && !person.roles.includes("clerk")) {
    return person.roles.includes("auditor") ? "readOnly" : "noRole";
  }
  if (!isRecordType(change.type)) return "unknownType";
  const rights: TypeRights = WRITE_TABLE[change.type];
  for (const who of whoseWord(rights, change)) {
    const refusal = refusalOf(who, person, change.isOwnDesk);
    if (refusal !== undefined) return refusal;
  }
  return undefined;
}

/** Why this person may not see records of this type. Everybody who signs in may know whose office it is. */
export function mayRead(person: Holder, type: string): RightsRefusal | undefined {
  if (type === "hospital" && person.roles.length > 0) return undefined;
  const works = person.roles.some((role) => role === "director" || role === "clerk" || role === "auditor");
  return works ? undefined : "noRole";
}

/** Whether this person's roles allow an act on people, desks or the service. */
export function mayDo(person: Holder, action: Action): boolean {
  return ACTION_TABLE[action].who.some((role) => person.roles.includes(role));
}

/** Everybody whose word the change needs. */
function whoseWord(rights: TypeRights, { patch, isNew, isDelete }: WantedChange): Who[] {
  const comesBack = !isNew && !isDelete && Object.hasOwn(patch, DELETED);
  const fields = Object.entries(patch).filter(([field]) => field !== DELETED);
  const words: Who[] = [];
  if (isNew) words.push(rights.create);
  // Who may remove may bring back.
  if (isDelete || comesBack) words.push(rights.remove);
  for (const [field, value] of fields) {
    const lines = (rights.lines ?? []).filter((line) => line.fields.includes(field));
    const met = lines.filter(({ when }) =>
      typeof when === "string"
        ? when === "always"
          ? !isNew || value !== null
          : !isNew
        : when.some((wanted) => wanted === value),
    );
    words.push(...met.map(({ who }) => who));
    // A line about the field stands in place of the type's own word, a line about some of its values beside it.
    if (!isNew && !met.some(({ when }) => typeof when === "string")) words.push(rights.change);
  }
  return words;
}

function refusalOf(who: Who, { roles }: Holder, isOwnDesk: boolean): RightsRefusal | undefined {
  if (who === "nobody") return "neverChanged";
  if (roles.includes("director") || who === "office") return undefined;
  if (who === "director") return "directorOnly";
  return isOwnDesk ? undefined : "otherDesk";
}
