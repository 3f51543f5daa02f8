import { textOf } from "../../../shared/import/cell-text-of.ts";
import { isMomentTarget } from "../../../shared/import/mapping.ts";
import { rowReader } from "../../../shared/import/row-reader.ts";
import type { Header, Mapping, Sheet } from "../../../shared/import/types.ts";
import { instantOfMoment, type Moment } from "../../../shared/import/values/moments.ts";
import { formatWall } from "../../../shared/lib/instants.ts";
import type { FirstRead } from "./engine-protocol.ts";

const LOOK_AT = 2000;

/** How the first value of each date column is understood, so that a clerk sees 42002 become 2014-12-29. */
export function firstReads(sheet: Sheet, header: Header, mapping: Mapping): Record<number, FirstRead> {
  const reader = rowReader(sheet, mapping);
  const reads: Record<number, FirstRead> = {};
  const until = Math.min(sheet.rows.length, header.firstDataRow + LOOK_AT);
  for (const column of mapping.columns) {
    if (!isMomentTarget(mapping.type, column.target)) continue;
    for (let row = header.firstDataRow; row < until; row++) {
      const read = reader.moment(row, column);
      if (read === null) continue;
      const text = textOf(reader.cell(row, column)).slice(0, 40);
      reads[column.index] = read.ok
        ? { text, read: momentText(read.value) }
        : { text, problem: read.failure };
      break;
    }
  }
  return reads;
}

function momentText({ day, ms, ...rest }: Moment): string {
  if (day === null) return formatWall(instantOfMoment({ day: 0, ms })).slice(11);
  const text = formatWall(instantOfMoment({ ...rest, day, ms }));
  return ms === null ? text.slice(0, 10) : text;
}
