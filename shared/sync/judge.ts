import { z } from "zod";
import { stampOf, timeOfStamp } from "../lib/hybrid-clock.ts";
import { isRecordType, registry } from "../records/index.ts";
import type { AnyField } from "../lib/fields.ts";
import { migrate } from "../lib/migrate.ts";
import { changeId, DELETED, zChange, type Change } from "./change.ts";

type ChangeRefusal =
  /** Not a change by its shape, too deep, or with a name in it that is no field's. */
  | "malformed"
  | "tooLarge"
  /** Another desk's name in the id or the stamp. */
  | "notItself"
  /** A value that the field's own schema refuses. */
  | "badValue"
  /** Deletion is `true` or taken back by `null`. */
  | "badDeletion"
  /** Evidence is added, and never rewritten. */
  | "appendOnly";

/** What became of one change, where the desk has to know. */
type Verdict<R extends string = string> =
  | { readonly deskSeq: number; readonly code: "clamped"; readonly stamp: string }
  | { readonly deskSeq: number; readonly code: ChangeRefusal | R };

export type PushRefusal =
  /** The service has nothing between `mark` and the first change: the desk goes on from `mark`. */
  | { readonly kind: "gap"; readonly mark: number }
  /** A push speaks for one desk: one of its changes names another, or none. */
  | { readonly kind: "notOneDesk" };

export interface JudgedPush<R extends string> {
  /** In order, with the stamps that count. */
  readonly accepted: readonly Change[];
  readonly verdicts: readonly Verdict<R>[];
  /** Everything up to here is settled: held, or refused for good. */
  readonly mark: number;
}

export interface Bench<R extends string> {
  /** The highest `deskSeq` of this desk that is settled. */
  readonly mark: number;
  readonly nowMs: number;
  /** Whether the service has the record already. */
  readonly isHeld: (type: string, recordId: string) => boolean;
  /** Why its author may not make it. */
  readonly refuses?: (change: Change, isHeld: boolean) => R | undefined;
}

/** A desk whose clock is ahead by more than this does not get its own times (sync I6). */
const AHEAD_MS = 60_000;
/** Characters of everything in one change: several times the longest text that a field takes. */
const MOST_WEIGHT = 1_000_000;
const MOST_DEPTH = 16;

/**
 * Judges a push of one desk, change by change: what the service settled before is skipped (sync I4), a gap is refused by
 * naming the mark, and one bad change never holds up its neighbours: it is refused with a code and its number is done
 * with. A stamp from the future is brought down to a minute from now, in the desk's own order. Pure.
 *
 * `pushed` is what came off the wire, unchecked: an entry without this desk's name and a number cannot be placed.
 */
export function judgePush<R extends string = never>(
  desk: string,
  pushed: readonly unknown[],
  { mark, nowMs, isHeld, refuses }: Bench<R>,
): JudgedPush<R> | { readonly refused: PushRefusal } {
  const accepted: Change[] = [];
  const verdicts: Verdict<R>[] = [];
  const made = new Set<string>();
  let next = mark + 1;
  for (const entry of pushed) {
    const deskSeq = placeOf(entry, desk);
    if (deskSeq === undefined) return { refused: { kind: "notOneDesk" } };
    if (deskSeq < next) continue;
    if (deskSeq > next) return { refused: { kind: "gap", mark } };
    next += 1;
    const parsed = parse(entry);
    if (typeof parsed === "string") {
      verdicts.push({ deskSeq, code: parsed });
      continue;
    }
    const key = `${parsed.type} ${parsed.recordId}`;
    const held = made.has(key) || isHeld(parsed.type, parsed.recordId);
    const code = refusalOf(parsed, held) ?? refuses?.(parsed, held);
    if (code !== undefined) {
      verdicts.push({ deskSeq, code });
      continue;
    }
    const change = clamped(parsed, nowMs);
    if (change !== parsed) verdicts.push({ deskSeq, code: "clamped", stamp: change.stamp });
    made.add(key);
    accepted.push(change);
  }
  return { accepted, verdicts, mark: next - 1 };
}

/** The number of an entry in its desk's order; undefined where it has none or is another desk's. */
function placeOf(entry: unknown, desk: string): number | undefined {
  if (typeof entry !== "object" || entry === null) return undefined;
  if (!("desk" in entry) || entry.desk !== desk || !("deskSeq" in entry)) return undefined;
  const { deskSeq } = entry;
  return typeof deskSeq === "number" && Number.isSafeInteger(deskSeq) && deskSeq > 0 ? deskSeq : undefined;
}

function parse(entry: unknown): Change | ChangeRefusal {
  const weight = weightOf(entry, MOST_DEPTH);
  if (weight === undefined) return "malformed";
  if (weight > MOST_WEIGHT) return "tooLarge";
  const parsed = zWeighed.safeParse(entry);
  return parsed.success && isPlain(parsed.data.type) && isPlain(parsed.data.recordId)
    ? parsed.data
    : "malformed";
}

/** A change whose values were weighed, and so are JSON: to look at each of them again costs more than all else here. */
const zWeighed = zChange.extend({
  patch: z.custom<Change["patch"]>(
    (patch) => typeof patch === "object" && patch !== null && !Array.isArray(patch),
  ),
});

/**
 * About how many characters; undefined where it is no JSON, is deeper than any record of ours, or a key means something
 * else to JavaScript.
 */
function weightOf(value: unknown, depth: number): number | undefined {
  if (typeof value === "string") return value.length;
  if (value === null || typeof value === "boolean" || Number.isFinite(value)) return 8;
  if (typeof value !== "object" || depth === 0 || !isOrdinary(value)) return undefined;
  let sum = 2;
  for (const [key, part] of Object.entries(value)) {
    const weight = weightOf(part, depth - 1);
    if (weight === undefined) return undefined;
    sum += weight + key.length;
  }
  return sum;
}

/** A list or a plain object that hides nothing. */
function isOrdinary(value: object): boolean {
  if (Array.isArray(value)) return true;
  const prototype: unknown = Object.getPrototypeOf(value);
  return (prototype === Object.prototype || prototype === null) && !Object.hasOwn(value, "__proto__");
}

/** Keys of the service's tables: no control characters and no halves of a letter, which databases keep differently. */
function isPlain(key: string): boolean {
  return !/[\p{Cc}\p{Surrogate}]/u.test(key);
}

function refusalOf(change: Change, isHeld: boolean): ChangeRefusal | undefined {
  if (!namesItself(change)) return "notItself";
  const deleted = change.patch[DELETED];
  if (deleted !== undefined && deleted !== null && deleted !== true) return "badDeletion";
  // A type of a newer desk: kept for the desks that know it, and checked by them.
  if (!isRecordType(change.type)) return undefined;
  const { appendOnly, version, fields, migrations } = registry[change.type];
  const written = Object.keys(change.patch).filter((field) => field !== DELETED);
  if (appendOnly === true && isHeld && written.length > 0) return "appendOnly";
  if (change.schemaVersion > version) return undefined;
  // An older shape is checked as whoever reads it will see it.
  const patch = migrate(migrations, change.schemaVersion, change.patch);
  const known: Readonly<Record<string, AnyField>> = fields;
  const isBad = written.some((name) => {
    const value = patch[name];
    const field = Object.hasOwn(known, name) ? known[name] : undefined;
    return (
      field !== undefined && value !== null && value !== undefined && !field.schema.safeParse(value).success
    );
  });
  return isBad ? "badValue" : undefined;
}

/** The id and the stamp are the desk's own: nobody writes in another desk's name. */
function namesItself({ id, desk, deskSeq, stamp }: Change): boolean {
  if (id !== changeId(desk, deskSeq) || !stamp.endsWith(`-${desk}`)) return false;
  try {
    return stamp === stampOf(timeOfStamp(stamp), desk);
  } catch {
    return false;
  }
}

/** The number on the desk counts within the minute from now, so that its order stays from push to push. */
function clamped(change: Change, nowMs: number): Change {
  const most = nowMs + AHEAD_MS;
  if (timeOfStamp(change.stamp).ms <= most) return change;
  return { ...change, stamp: stampOf({ ms: most, counter: change.deskSeq }, change.desk) };
}
