import { z } from "zod";

/**
 * One thing that one author did to one record: a field patch. Immutable. `null` clears a field.
 * The fold of a record's changes by stamp, field by field, is the record (sync I2).
 */
export const zChange = z.strictObject({
  /** `desk:deskSeq`. */
  id: z.string().max(40),
  desk: z.string().min(1).max(16),
  /** 1, 2, 3 … without a gap on a desk: a server can tell what it has not seen. */
  deskSeq: z.number().int().positive(),
  stamp: z.string().min(22).max(48),
  author: z.string().max(100),
  type: z.string().min(1).max(40),
  recordId: z.string().min(1).max(64),
  /** The version of the record's definition that the author's desk had. */
  schemaVersion: z.number().int().positive(),
  patch: z.record(z.string(), z.json()),
  /**
   * Of each field of the patch that had a value: the stamps of the values that the author saw. By these, two who changed
   * a field without seeing each other are told from one who changed it after the other (sync I3, I5).
   */
  seen: z.record(z.string(), z.array(z.string().max(48)).max(100)).optional(),
  /** The import that made this record: it is shown while that batch is committed. */
  batchId: z.string().max(64).optional(),
});

export type Change = z.infer<typeof zChange>;
export type Patch = Readonly<Record<string, unknown>>;

/** Deletion is a field like any other, so that it merges like any other. */
export const DELETED = "$deleted";

export function changeId(desk: string, deskSeq: number): string {
  return `${desk}:${deskSeq}`;
}
