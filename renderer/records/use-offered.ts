import { registry, type RecordType } from "../../shared/records/index.ts";
import type { ListRow } from "../db/desk.ts";
import type { SelectOption } from "../ui/pinyin-select.tsx";
import { titleOf } from "./fields-of.ts";
import { useDesk, useLive } from "./use-desk.tsx";

/** So many records are offered whole, and sought in by their names. */
const WHOLE = 500;
/** Of more, those that the list finds by what is typed, so many of them; without a word, those that were made last. */
const FOUND = 50;

interface Offered {
  readonly options: readonly SelectOption[];
  /** The options are what was found by the typed words: there are too many to offer all. */
  readonly isAnswer: boolean;
}

/**
 * What can be chosen where a field points at a record: from the type's list, so that a form opens at once however many
 * records there are. What is chosen already is always among it.
 */
export function useOffered(type: RecordType, typed: string, chosen: readonly string[]): Offered {
  const desk = useDesk();
  const list = desk.list(type);
  const read = async (search: string): Promise<{ total: number; rows: readonly ListRow[] }> => {
    const view = await list.query({ search, filters: {} });
    const { count, total } = view;
    if (total <= WHOLE) return { total, rows: await view.rows(0, count) };
    const rows =
      search === "" ? await view.rows(Math.max(0, count - FOUND), count) : await view.rows(0, FOUND);
    return { total, rows: search === "" ? [...rows].reverse() : rows };
  };
  const whole = useLive(() => read(""), [type], `offered:${type}`);
  const isAnswer = (whole?.total ?? 0) > WHOLE;
  const search = isAnswer ? typed : "";
  const found = useLive(
    async () => (search === "" ? undefined : await read(search)),
    [type],
    `offered:${type}:${search}`,
  );
  const known = useLive(() => desk.getMany(type, chosen), [type], `named:${type}:${chosen.join(" ")}`);
  const { title } = registry[type];
  const rows = (search === "" ? whole : found)?.rows ?? [];
  const options = rows.map((row) => ({ value: row.id, label: row[title] || row.id }));
  const offered = new Set(options.map(({ value }) => value));
  // While something is sought, only what answers to it: Enter takes the first.
  const others = search === "" ? chosen.filter((id) => !offered.has(id)) : [];
  const names = new Map(known?.map((record) => [record.id, titleOf(record)]));
  const labelled = others.map((id) => ({
    value: id,
    label: names.get(id) ?? (known === undefined ? "…" : id),
  }));
  return { options: [...labelled, ...options], isAnswer };
}
