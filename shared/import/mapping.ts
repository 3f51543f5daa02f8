import type { AnyField } from "../lib/fields.ts";
import { registry, type RecordType } from "../records/index.ts";
import { countDifferent, lookAtColumns, type ColumnLook } from "./column-look.ts";
import { targetOfHeading } from "./names.ts";
import type { ColumnMapping, DateReading, Header, Mapping, Sheet, Target } from "./types.ts";
import { DateOrderTally } from "./values/date-order.ts";

type Draft = Omit<ColumnMapping, "dates">;

/**
 * Which column is which field: first as remembered for the same header, else by names, then by the look of the
 * values for what is still missing. A target is given once, to the surest column; the rest go to `extra`. With
 * `number` repeating in a fifth of the rows or more, an incident sheet is a log with several rows an incident.
 */
export function suggestMapping(
  sheet: Sheet,
  header: Header,
  type: RecordType,
  remembered?: Mapping,
): Mapping {
  if (remembered !== undefined && remembered.type === type && isSameHeader(header, remembered)) {
    const columns = remembered.columns.map((column) => ({ ...column, from: "remembered" as const }));
    return { type, columns: withDates(columns, sheet, header, type), mode: remembered.mode };
  }
  const columns = once(byName(header, type));
  const looks = lookAtColumns(sheet, header);
  pairTimes(columns, looks, type);
  if (type === "incident") byLook(columns, looks, sheet, header);
  const mode = type === "incident" && repeats(columns, sheet, header) ? "log" : "rows";
  if (mode === "rows") plainState(columns);
  return { type, columns: withDates(columns, sheet, header, type), mode };
}

/**
 * The mapping with one column sent elsewhere, as the user chose; a column that had the target loses it. Dates are
 * read again. Shapes of `target`: see `Target`.
 */
export function remap(
  mapping: Mapping,
  index: number,
  target: Target,
  sheet: Sheet,
  header: Header,
): Mapping {
  const columns = mapping.columns.map((column): Draft => {
    const kept = column.codes === undefined ? {} : { codes: column.codes };
    const { header: name, confidence, from } = column;
    if (column.index === index) return { index, header: name, target, confidence: 1, from: "chosen" };
    if (target !== null && target !== "ignore" && column.target === target) {
      return { index: column.index, header: name, target: null, confidence: 0, from: "none" };
    }
    return { index: column.index, header: name, target: column.target, confidence, from, ...kept };
  });
  return { ...mapping, columns: withDates(columns, sheet, header, mapping.type) };
}

/** Every target a column of this type can be sent to, for the wizard's list. */
export function targetsOf(type: RecordType): readonly string[] {
  const fields = Object.keys(registry[type].fields);
  if (type !== "incident") return fields;
  const kinds = Object.keys(registry.incidentEvent.fields.kind.choices ?? {});
  return [
    ...fields,
    ...kinds.filter((kind) => kind !== "note").map((kind) => `event.${kind}`),
    "rowState",
    "rowTime",
  ];
}

/** True for targets whose cells are dates or instants. */
export function isMomentTarget(type: RecordType, target: Target): boolean {
  if (target === null) return false;
  const base = target.replace(/\.time$/, "");
  if (base === "rowTime" || base.startsWith("event.")) return true;
  const kind = (registry[type].fields as Readonly<Record<string, AnyField>>)[base]?.kind;
  return kind === "instant" || kind === "date";
}

function isSameHeader(header: Header, remembered: Mapping): boolean {
  return (
    header.columns.length === remembered.columns.length &&
    header.columns.every(({ header: name }, at) => remembered.columns[at]?.header === name)
  );
}

function byName(header: Header, type: RecordType): Draft[] {
  return header.columns.map(({ index, header: name }) => {
    // The column that we ourselves put before rows that had to be corrected.
    if (name === "错误原因") return { index, header: name, target: "ignore", confidence: 1, from: "name" };
    const named = header.row === null ? null : targetOfHeading(type, name);
    if (named === null) return { index, header: name, target: null, confidence: 0, from: "none" };
    return { index, header: name, target: named.target, confidence: named.confidence, from: "name" };
  });
}

/** Of several columns for one target the surest keeps it; of equals the first. */
function once(columns: Draft[]): Draft[] {
  const best = new Map<string, Draft>();
  for (const column of columns) {
    if (column.target === null) continue;
    const rival = best.get(column.target);
    if (rival === undefined || column.confidence > rival.confidence) best.set(column.target, column);
  }
  return columns.map((column) =>
    column.target === null || best.get(column.target) === column ? column : unmapped(column),
  );
}

function unmapped({ index, header }: Draft): Draft {
  return { index, header, target: null, confidence: 0, from: "none" };
}

/** A column of times of day belongs to the date before it, whatever its heading says. */
function pairTimes(columns: Draft[], looks: readonly ColumnLook[], type: RecordType): void {
  let owner: string | null = null;
  for (const [at, column] of columns.entries()) {
    const look = looks[at];
    if (look === undefined) continue;
    const isMoment = isMomentTarget(type, column.target);
    if (look.times >= 0.8 && look.filled > 0) {
      if (owner !== null) {
        columns[at] = { ...column, target: `${owner}.time`, confidence: 0.8, from: "values" };
        owner = null;
      } else if (isMoment) columns[at] = unmapped(column);
    } else if (isMoment && column.target !== null) owner = column.target;
  }
}

/** What an incident cannot do without, found by its values where no heading named it. */
function byLook(columns: Draft[], looks: readonly ColumnLook[], sheet: Sheet, header: Header): void {
  const has = (target: string): boolean => columns.some((column) => column.target === target);
  const give = (
    target: string,
    score: (look: ColumnLook, heading: string, index: number) => number,
  ): void => {
    let best = -1;
    let most = 0;
    for (const [at, column] of columns.entries()) {
      const look = looks[at];
      if (column.target !== null || look === undefined || look.filled === 0) continue;
      const points = score(look, column.header, column.index);
      if (points > most) {
        most = points;
        best = at;
      }
    }
    const column = columns[best];
    if (column !== undefined) columns[best] = { ...column, target, confidence: 0.55, from: "values" };
  };
  if (!columns.some(({ target }) => target?.startsWith("event.") === true || target === "occurredAt")) {
    give("event.reported", (look) => (look.dates >= 0.8 && look.fullness >= 0.5 ? look.dates : 0));
  }
  const isNumber = (look: ColumnLook, index: number): boolean => {
    if (!look.differs || look.filled < 5 || look.codes < 0.9) return false;
    const { filled, different } = countDifferent(sheet, header, index);
    return filled === different;
  };
  if (!has("number")) give("number", (look, _heading, index) => (isNumber(look, index) ? 1 : 0));
  const telling = (look: ColumnLook, heading: string): number => {
    if (look.words < 0.6 || look.averageLength < 4 || look.distinct < 0.05 || NO_STORY.test(heading))
      return 0;
    return look.averageLength * look.distinct * (STORY.test(heading) ? 5 : 1);
  };
  if (!has("title")) {
    give("title", (look, heading) => (look.averageLength <= 80 ? telling(look, heading) : 0));
  }
  if (!has("description")) {
    give("description", (look, heading) => (look.averageLength >= 20 ? telling(look, heading) : 0));
  }
}

const STORY = /故障|问题|现象|异常|描述|内容|事件|主题|symptom|issue|problem|text|descr/i;
const NO_STORY = /号|编码|序列|备注|型号|code|number|_id$|\bid$/i;

/** A number that names several rows makes a log, if a fifth of them or more repeat an earlier one. */
function repeats(columns: readonly Draft[], sheet: Sheet, header: Header): boolean {
  const number = columns.find((column) => column.target === "number");
  if (number === undefined) return false;
  const { filled, different } = countDifferent(sheet, header, number.index);
  return filled > 0 && (filled - different) / filled >= 0.2;
}

/** One row an incident: its state is the ledger's last word, and when the row was edited tells nothing. */
function plainState(columns: Draft[]): void {
  for (const [at, column] of columns.entries()) {
    if (column.target === "rowTime") columns[at] = unmapped(column);
    if (column.target !== "rowState") continue;
    const taken = columns.some(({ target }) => target === "importedStatus");
    columns[at] = taken ? unmapped(column) : { ...column, target: "importedStatus" };
  }
}

/** A column that decides nothing itself is read as the other columns of its sheet are. */
function withDates(
  columns: readonly (Draft | ColumnMapping)[],
  sheet: Sheet,
  header: Header,
  type: RecordType,
): ColumnMapping[] {
  const readings = readDates(columns, sheet, header, type);
  const decided = [...readings.values()].filter(({ order, evidence }) => order !== "ymd" && evidence > 0);
  const surest = decided.sort((a, b) => b.evidence - a.evidence)[0];
  return columns.map(({ index, header: name, target, confidence, from, codes }) => {
    const column = {
      index,
      header: name,
      target,
      confidence,
      from,
      ...(codes === undefined ? {} : { codes }),
    };
    const reading = readings.get(index);
    if (reading === undefined) return column;
    if (!reading.ambiguous || surest === undefined) return { ...column, dates: reading };
    return { ...column, dates: { ...reading, order: surest.order, ambiguous: false } };
  });
}

/** The date columns by their place, in one pass over the rows. */
function readDates(
  columns: readonly (Draft | ColumnMapping)[],
  { rows }: Sheet,
  header: Header,
  type: RecordType,
): Map<number, DateReading> {
  const tallies = columns
    .filter(({ target }) => isMomentTarget(type, target))
    .map(({ index }) => [index, new DateOrderTally()] as const);
  if (tallies.length > 0) {
    for (let row = header.firstDataRow; row < rows.length; row++) {
      for (const [index, tally] of tallies) tally.see(rows.cell(row, index));
    }
  }
  return new Map(tallies.map(([index, tally]) => [index, tally.reading()]));
}
