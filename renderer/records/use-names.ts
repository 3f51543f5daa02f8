import { useCallback, useMemo } from "react";
import type { RecordType, Stored } from "../../shared/records/index.ts";
import { useLabel } from "../ui/i18n.ts";
import type { TextContext } from "./field-text.ts";
import { titleOf } from "./fields-of.ts";
import { useDesk, useLive } from "./use-desk.tsx";

export type RecordsByType = ReadonlyMap<RecordType, readonly Stored[]>;

/** Incidents are too many to be read whole; whoever shows one asks for it alone. */
const TOO_MANY: readonly RecordType[] = ["incident", "incidentEvent"];

/** All records of some small types, kept current; undefined while first read. */
export function useRecordsOf(types: readonly RecordType[]): RecordsByType | undefined {
  const desk = useDesk();
  const small = types.filter((type) => !TOO_MANY.includes(type));
  const read = async (): Promise<RecordsByType> =>
    new Map(await Promise.all(small.map(async (type) => [type, await desk.all(type)] as const)));
  return useLive(read, small, `records-of:${small.join(",")}`);
}

/** How to write values of records that point at these types. Until names are read, references show as `…`. */
export function useTextContext(types: readonly RecordType[]): TextContext {
  const records = useRecordsOf(types);
  const label = useLabel();
  const names = useMemo(() => {
    const all = new Map<string, string>();
    for (const [type, list] of records ?? []) {
      for (const record of list) all.set(`${type}:${record.id}`, titleOf(record));
    }
    return all;
  }, [records]);
  const nameOf = useCallback(
    (type: string, id: string) => names.get(`${type}:${id}`) ?? (records === undefined ? "…" : id),
    [names, records],
  );
  return { label, nameOf };
}
