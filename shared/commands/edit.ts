import type { RecordData, RecordType } from "../records/index.ts";
import { DELETED, type Patch } from "../sync/change.ts";

/** What a verb of the office wants written: a patch on one record. `null` clears a field. */
export interface Edit {
  readonly type: RecordType;
  readonly id: string;
  readonly patch: Patch;
}

export function create<T extends RecordType>(type: T, id: string, data: RecordData<T>): Edit {
  return { type, id, patch: data };
}

export function change<T extends RecordType>(
  type: T,
  id: string,
  patch: { readonly [K in keyof RecordData<T>]?: RecordData<T>[K] | null },
): Edit {
  return { type, id, patch: patch };
}

export function remove(type: RecordType, id: string): Edit {
  return { type, id, patch: { [DELETED]: true } };
}
