import type { GridColumn, GridSort } from "../ui/grid/grid-types.ts";
import { matchesPinyin, type Initials } from "../ui/pinyin.ts";

export interface ListQuery {
  readonly search: string;
  readonly filters: Readonly<Record<string, readonly string[]>>;
  readonly sort: GridSort | undefined;
}

/** A small list as asked for: every word of the search must occur in a cell, as written or by pinyin initials. */
export function queried<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  query: ListQuery,
  initials: Initials | undefined,
): readonly Row[] {
  const words = query.search.trim().split(/\s+/).filter(Boolean);
  const filters = columns.flatMap((column) => {
    const wanted = query.filters[column.key] ?? [];
    return wanted.length === 0 ? [] : [{ column, wanted }];
  });
  const found = rows.filter(
    (row) =>
      filters.every(({ column, wanted }) => wanted.includes(column.cell(row))) &&
      words.every((word) => columns.some((column) => matchesPinyin(column.cell(row), word, initials))),
  );
  return sorted(found, columns, query.sort);
}

const byPinyin = new Intl.Collator("zh-CN", { numeric: true });

function sorted<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  sort: GridSort | undefined,
): readonly Row[] {
  const column = columns.find(({ key }) => key === sort?.column);
  if (column === undefined) return rows;
  const sign = sort?.descending === true ? -1 : 1;
  const compare = (a: Row, b: Row): number => {
    if (column.number !== undefined)
      return (column.number(a) ?? -Infinity) - (column.number(b) ?? -Infinity) || 0;
    return byPinyin.compare(column.cell(a), column.cell(b));
  };
  // A copy: the rows belong to whoever read them.
  return [...rows].sort((a, b) => sign * compare(a, b));
}
