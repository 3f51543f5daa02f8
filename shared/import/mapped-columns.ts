import type { AnyField } from "../lib/fields.ts";
import type { EventKind } from "../records/event-kinds.ts";
import { registry } from "../records/index.ts";
import { isMomentTarget } from "./mapping.ts";
import type { ColumnMapping, Mapping } from "./types.ts";

/** A mapping sorted by what its columns do, once for all rows. */
export interface MappedColumns {
  readonly number: ColumnMapping | undefined;
  readonly rowState: ColumnMapping | undefined;
  readonly rowTime: ColumnMapping | undefined;
  /** Dates, instants and times of day: a row with one that cannot be read is held. */
  readonly moments: readonly ColumnMapping[];
  readonly events: readonly { readonly column: ColumnMapping; readonly kind: EventKind }[];
  /** What goes into a field of an incident, or, without one, to `extra`; in the order of the sheet. */
  readonly data: readonly {
    readonly column: ColumnMapping;
    readonly field: { readonly name: string; readonly definition: AnyField } | undefined;
  }[];
  /** The column of the time of day that belongs to a target's date. */
  readonly timeOf: ReadonlyMap<string, ColumnMapping>;
}

export function mappedColumns({ type, columns }: Mapping): MappedColumns {
  const of = (wanted: string): ColumnMapping | undefined => columns.find(({ target }) => target === wanted);
  const fields: Readonly<Record<string, AnyField>> = registry[type].fields;
  return {
    number: of("number"),
    rowState: of("rowState"),
    rowTime: of("rowTime"),
    moments: columns.filter(({ target }) => isMomentTarget(type, target)),
    events: columns.flatMap((column) => {
      const kind = /^event\.(\w+)$/.exec(column.target ?? "")?.[1];
      return kind === undefined ? [] : [{ column, kind: kind as EventKind }];
    }),
    data: columns.filter(isData).map((column) => {
      const name = column.target ?? "";
      const definition = name === "importBatchId" ? undefined : fields[name];
      return { column, field: definition === undefined ? undefined : { name, definition } };
    }),
    timeOf: new Map(
      columns.flatMap((column) => {
        const owner = /^(.+)\.time$/.exec(column.target ?? "")?.[1];
        return owner === undefined ? [] : [[owner, column] as const];
      }),
    ),
  };
}

/** The others tell the incident's number, its timeline, or nothing at all. */
function isData({ target }: ColumnMapping): boolean {
  if (target === null) return true;
  if (target === "ignore" || target === "number") return false;
  return !target.startsWith("event.") && !target.startsWith("row") && !target.endsWith(".time");
}
