import type { IndexedRow, ListedType } from "./listed-type.ts";
import type { LoadedSegment } from "./loaded-segment.ts";
import { loadedOf } from "./record-table.ts";
import { textsOf } from "./search-text.ts";
import { SEGMENT_ROWS } from "./segment.ts";

/** So many segments of single rows may hold little: weeks of edits make one after another, mostly of dead rows. */
const MOST_SMALL = 16;

/**
 * The segments of single rows that hold less than half of what they could, where they have become too many. All of them
 * together are then worth no more than a few whole ones, so that a row is merged again only when many more have come.
 */
export function tooManySmall(segments: readonly LoadedSegment[]): readonly LoadedSegment[] {
  const small = segments.filter(({ batchId, living }) => batchId === "" && living < SEGMENT_ROWS / 2);
  return small.length > MOST_SMALL ? small : [];
}

/** The living rows of these segments in as few as hold them; undefined where not all of a segment is read. */
export function mergedSegments(
  listed: ListedType,
  segments: readonly LoadedSegment[],
): readonly LoadedSegment[] | undefined {
  const rows: IndexedRow[] = [];
  for (const loaded of segments) {
    const some = livingRows(listed, loaded);
    if (some === undefined) return undefined;
    rows.push(...some);
  }
  const merged: LoadedSegment[] = [];
  for (let from = 0; from < rows.length; from += SEGMENT_ROWS)
    merged.push(loadedOf(listed, rows.slice(from, from + SEGMENT_ROWS)));
  return merged;
}

/** What the segment was made of, without what is dead. */
function livingRows({ columns }: ListedType, loaded: LoadedSegment): readonly IndexedRow[] | undefined {
  const { search, segment } = loaded;
  if (search === undefined) return undefined;
  const [words, initials] = [textsOf(search.words), textsOf(search.initials)];
  const { brought } = segment;
  return loaded.texts("id").flatMap((id, place): IndexedRow[] => {
    if (loaded.dead[place] === 1) return [];
    const cells = Object.entries(columns).map(([name, { kind }]): [string, string | number] => {
      if (kind === "number") return [name, loaded.number(name, place)];
      return [name, kind === "text" ? loaded.text(name, place) : loaded.value(name, place)];
    });
    const batchId = brought?.values[brought.codes[place] ?? 0] ?? "";
    return [
      {
        id,
        cells: Object.fromEntries(cells),
        words: words[place] ?? "",
        initials: initials[place] ?? "",
        ...(batchId === "" ? {} : { batchId }),
      },
    ];
  });
}
