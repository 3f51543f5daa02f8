import { KnownNames } from "../../../shared/commands/import-links.ts";
import { textOf } from "../../../shared/import/cell-text-of.ts";
import { valueCodes } from "../../../shared/import/codes.ts";
import { fileDigest } from "./file-digest.ts";
import { firstReads } from "./first-reads.ts";
import { findHeader } from "../../../shared/import/header.ts";
import { heldTable } from "../../../shared/import/held-table.ts";
import { remap, suggestMapping } from "../../../shared/import/mapping.ts";
import { planImport } from "../../../shared/import/plan.ts";
import { readSpreadsheet } from "../../../shared/import/read/read-spreadsheet.ts";
import { isBlankRow } from "../../../shared/import/rows/is-filled.ts";
import { writeXlsx } from "../../../shared/import/read/write-xlsx.ts";
import type { Draft, Header, Mapping, Sheet } from "../../../shared/import/types.ts";
import { must } from "../../../shared/lib/must.ts";
import { fail, ok } from "../../../shared/lib/result.ts";
import type { OpenedFile, MappingLook, Question, Questions, SheetLook } from "./engine-protocol.ts";
import { NameFollower, type Planned } from "./name-follower.ts";

const PREVIEW_ROWS = 50;

type Answers = {
  readonly [Q in Exclude<Question, "open">]: (ask: Questions[Q]["ask"]) => Questions[Q]["answer"];
} & {
  readonly open: (ask: Questions["open"]["ask"]) => Promise<Questions["open"]["answer"]>;
};

/**
 * One file on its way in: remembers the workbook, the sheet and the last verdict, and answers the wizard's
 * questions about them. Runs in the import worker, and as it is in tests.
 */
export function importSession(): Answers {
  let sheets: readonly Sheet[] = [];
  let current: { readonly sheet: Sheet; readonly header: Header } | undefined;
  /** Of what the store holds already. */
  const keys = new Set<string>();
  let planned: Planned | undefined;
  let running: Generator<readonly Draft[], void> | undefined;
  const looked = (): { readonly sheet: Sheet; readonly header: Header } =>
    must(current, "a sheet is looked at before it is asked about");
  const verdict = (): Planned => must(planned, "rows are checked before they are taken");

  return {
    open: async ({ content, fileName, encoding }) => {
      const bytes = await bytesOf(content);
      if (bytes === null) return fail({ kind: "unreadableFile" });
      // Worked out elsewhere while the file is read here.
      const digest = fileDigest(bytes);
      const read = readSpreadsheet(bytes, fileName, encoding === undefined ? {} : { encoding });
      const fileSha256 = await digest;
      current = planned = running = undefined;
      if (!read.ok) return read;
      sheets = read.value.sheets;
      const { format, encoding: found, encodingSure, warnings } = read.value;
      const listed = sheets.map(({ name, hidden, rows }) => ({ name, hidden, rows: countFilled(rows) }));
      return ok<OpenedFile>({ fileSha256, format, encoding: found, encodingSure, sheets: listed, warnings });
    },

    look: ({ sheet: at, type, headerRow, remembered }) => {
      const sheet = must(sheets[at], "the wizard offers only sheets of the file");
      const header = findHeader(sheet, headerRow);
      current = { sheet, header };
      planned = running = undefined;
      const mapping = suggestMapping(sheet, header, type, remembered[header.fingerprint]);
      return { ...lookOf(sheet, header), ...mappingLook(sheet, header, mapping) };
    },

    remap: ({ mapping, move }) => {
      const { sheet, header } = looked();
      if (move === undefined) return mappingLook(sheet, header, mapping);
      const { index, target } = move;
      const next = keepChosenDates(mapping, remap(mapping, index, target, sheet, header), index);
      return mappingLook(sheet, header, next);
    },

    know: ({ keys: some, restart }) => {
      if (restart) keys.clear();
      for (const key of some) keys.add(key);
      return keys.size;
    },

    check: ({ mapping, today, names, skipHiddenRows }) => {
      const { sheet, header } = looked();
      const isKnown = (key: string): boolean => keys.has(key);
      const follower = new NameFollower(mapping, new KnownNames(names), isKnown);
      const each = (draft: Draft): void => follower.see(draft);
      const plan = planImport(sheet, header, mapping, { today, isKnown, skipHiddenRows, each });
      planned = follower.planned(plan);
      running = undefined;
      return follower.verdict(planned);
    },

    next: ({ size, restart }) => {
      const { plan, leftOut } = verdict();
      if (restart || running === undefined) running = plan.drafts(size);
      const isLeft = (draft: Draft): boolean => draft.rows.some((row) => leftOut.has(row));
      for (let taken = 0; ;) {
        const step = running.next();
        if (step.done === true) return { drafts: [], taken };
        const writable = leftOut.size === 0 ? step.value : step.value.filter((draft) => !isLeft(draft));
        const drafts = writable.filter((draft) => !isTaken(draft, keys));
        taken += writable.length - drafts.length;
        if (drafts.length > 0) return { drafts, taken };
      }
    },

    held: () => {
      const { sheet, header } = looked();
      return writeXlsx(heldTable(sheet, header, verdict().allHeld));
    },
  };
}

/** Whether an incident came in from elsewhere since the check. */
function isTaken({ type, data }: Draft, keys: ReadonlySet<string>): boolean {
  const number = data["number"];
  return type === "incident" && typeof number === "string" && keys.has(number);
}

/** Null when the file went away meanwhile, or may not be read. */
async function bytesOf(content: Blob): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await content.arrayBuffer());
  } catch {
    return null;
  }
}

function mappingLook(sheet: Sheet, header: Header, mapping: Mapping): MappingLook {
  return { mapping, codes: valueCodes(sheet, header, mapping), reads: firstReads(sheet, header, mapping) };
}

function lookOf(
  sheet: Sheet,
  header: Header,
): Pick<SheetLook, "header" | "preview" | "hiddenRows" | "samples"> {
  const preview = Array.from({ length: Math.min(PREVIEW_ROWS, sheet.rows.length) }, (_, at) => ({
    row: at + 1,
    cells: sheet.rows.at(at).map((cell) => textOf(cell).slice(0, 200)),
  }));
  const samples: Record<number, string[]> = {};
  for (const { index } of header.columns) samples[index] = samplesOf(sheet, header, index);
  return { header, preview, hiddenRows: sheet.hiddenRows.length, samples };
}

/** The first three different values of a column, looked for in its first 2,000 rows. */
function samplesOf(sheet: Sheet, header: Header, index: number): string[] {
  const found: string[] = [];
  const until = Math.min(sheet.rows.length, header.firstDataRow + 2000);
  for (let at = header.firstDataRow; at < until && found.length < 3; at++) {
    const text = textOf(sheet.rows.cell(at, index)).replace(/\s+/g, " ").slice(0, 80);
    if (text !== "" && !found.includes(text)) found.push(text);
  }
  return found;
}

function countFilled(rows: Sheet["rows"]): number {
  let count = 0;
  for (let row = 0; row < rows.length; row++) if (!isBlankRow(rows, row)) count++;
  return count;
}

/** A date order that the user switched stays switched when another column moves. */
function keepChosenDates(before: Mapping, after: Mapping, moved: number): Mapping {
  const columns = after.columns.map((column) => {
    const was = before.columns.find(({ index }) => index === column.index);
    if (column.index === moved || was?.dates === undefined || column.dates === undefined) return column;
    return { ...column, dates: was.dates };
  });
  return { ...after, columns };
}
