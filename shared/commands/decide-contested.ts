import type { AnyField } from "../lib/fields.ts";
import type { Instant } from "../lib/instants.ts";
import { fail, ok, type Result } from "../lib/result.ts";
import { registry, type RecordType } from "../records/index.ts";
import { create, type Edit } from "./edit.ts";

/** One of several values that stand side by side in a field. */
export interface Account {
  /** `null`: it was cleared. */
  readonly value: unknown;
  readonly author: string;
  readonly desk: string;
  readonly at: Instant;
}

export interface Choice {
  readonly type: RecordType;
  readonly recordId: string;
  readonly field: string;
  /** One of those that stand, or another. */
  readonly value: unknown;
  readonly reason: string;
  readonly by: string;
}

export type DecideFailure =
  | { readonly kind: "reasonMissing" | "deciderMissing" }
  /** Somebody else decided meanwhile, or there never was a question. */
  | { readonly kind: "nothingToDecide" }
  /** Not what the field takes, or nothing where something has to stand. */
  | { readonly kind: "badValue" };

/**
 * Decides between versions of a contested field (sync I5): the value is written once more, by somebody who saw them all,
 * and why stays for good. Two who decide without seeing each other leave a question again, and both decisions.
 */
export function decideContested(
  { type, recordId, field, value, reason, by }: Choice,
  context: { readonly now: Instant; readonly id: string; readonly accounts: readonly Account[] },
): Result<Edit[], DecideFailure> {
  const { now, id, accounts } = context;
  if (accounts.length < 2) return fail({ kind: "nothingToDecide" });
  if (reason.trim() === "") return fail({ kind: "reasonMissing" });
  if (by.trim() === "") return fail({ kind: "deciderMissing" });
  const fields: Readonly<Record<string, AnyField>> = registry[type].fields;
  const definition = Object.hasOwn(fields, field) ? fields[field] : undefined;
  const fits =
    definition !== undefined &&
    (value === null ? !definition.required : definition.schema.safeParse(value).success);
  if (!fits) return fail({ kind: "badValue" });
  return ok([
    { type, id: recordId, patch: { [field]: value } },
    create("decision", id, {
      recordType: type,
      recordId,
      field,
      chosen: JSON.stringify(value),
      versions: accounts.map((one) => ({
        value: JSON.stringify(one.value),
        author: one.author,
        desk: one.desk,
        at: one.at,
      })),
      reason: reason.trim(),
      decidedBy: by.trim(),
      decidedAt: now,
    }),
  ]);
}
