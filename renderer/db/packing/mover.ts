import { RECORD_TYPES, type RecordType } from "../../../shared/records/index.ts";
import { canSettle } from "../../../shared/rules/settled/is-settled.ts";
import { isDeleted } from "../../../shared/sync/fold.ts";
import { pageRecordsOf } from "../packed.ts";
import { isOfImport, type Pages } from "../pages.ts";
import type { Reader } from "../reader.ts";
import type { Row, Store } from "../store.ts";
import { packRows, repackRows } from "./pack-rows.ts";
import { SettledRows } from "./settled-rows.ts";

/** Rows looked at in one slice: some milliseconds. */
const LOOK_AT = 25;
/** Edited copies put back in one transaction: each may rewrite a page of its own. */
const PUT_BACK = 4;

export interface MoverParts {
  readonly store: Store;
  readonly pages: Pages;
  readonly reader: Reader;
  readonly now: () => number;
  /** Resolves when the window has nothing better to do; rejects nothing. */
  readonly idle: () => Promise<void>;
  /** Told of copies that went back into their pages. */
  readonly moved: (type: RecordType, ids: readonly string[]) => void;
  readonly signal: AbortSignal;
}

/**
 * Looks once through all rows and packs what has settled, a slice whenever the window is idle. Only whole pages are
 * made: what is left over waits for more. Gives how many records were moved; stops between two slices.
 */
export async function packSettled(parts: MoverParts): Promise<number> {
  let moved = 0;
  for (const type of RECORD_TYPES) {
    if (canSettle(type)) moved += await packType(parts, type);
    if (parts.signal.aborted) break;
  }
  return moved;
}

async function packType(parts: MoverParts, type: RecordType): Promise<number> {
  const { store, pages, reader, now, idle, signal } = parts;
  const settled = new SettledRows(store, reader, type, now());
  const size = pageRecordsOf(type);
  const fresh: Row[] = [];
  const edited: Row[] = [];
  let moved = 0;
  const putBack = async (): Promise<void> => {
    const back = await repackRows(store, pages, type, edited.splice(0, PUT_BACK));
    moved += back.length;
    if (back.length > 0)
      parts.moved(
        type,
        back.map(({ id }) => id),
      );
  };
  for (;;) {
    await idle();
    if (signal.aborted) return moved;
    const rows = await settled.next(LOOK_AT);
    if (rows === undefined) break;
    for (const row of rows) (await whereTo(pages, type, row, { fresh, edited }))?.push(row);
    while (fresh.length >= size && !isStopped(signal)) {
      await idle();
      moved += await packRows(store, pages, type, fresh.splice(0, size));
    }
    while (edited.length >= PUT_BACK && !isStopped(signal)) {
      await idle();
      await putBack();
    }
  }
  while (edited.length > 0 && !isStopped(signal)) {
    await idle();
    await putBack();
  }
  return moved;
}

/** Which way a row goes, if any. */
async function whereTo(
  pages: Pages,
  type: RecordType,
  row: Row,
  ways: { readonly fresh: Row[]; readonly edited: Row[] },
): Promise<Row[] | undefined> {
  const places = await pages.together([type], () => pages.placesOf(type, row.id));
  const [place] = places;
  const isGone = isDeleted(row);
  if (place === undefined) return isGone ? undefined : ways.fresh;
  if (places.length > 1) return undefined;
  return isGone && isOfImport(place.head) ? undefined : ways.edited;
}

/** Asked again after each wait. */
function isStopped(signal: AbortSignal): boolean {
  return signal.aborted;
}
