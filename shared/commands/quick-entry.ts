import type { Stored } from "../records/index.ts";
import { findNamed, plainName, type Named } from "./quick-entry/names.ts";
import { takeTimes } from "./quick-entry/times.ts";
import type { QuickContext, QuickDraft, QuickEntry, QuickPiece, QuickQuestion } from "./quick-entry/types.ts";
import { channelOf, isDepartment, phoneOf, severityOf } from "./quick-entry/words.ts";

const LINE_LIMIT = 500;

/**
 * Reads a line such as `HIS 门诊收费无法登录 东软 8:30 紧急`, in any order, full-width or not (conventions §1, §6).
 * Words that mean nothing to us are the title, in their order. A vendor who is not named is the system's.
 */
export function parseQuickEntry(line: string, context: QuickContext): QuickEntry {
  const words = line
    .normalize("NFKC")
    .slice(0, LINE_LIMIT)
    .split(/[\s;，]+|,(?!\d)/)
    .filter((word) => word !== "");
  const { time, rest } = takeTimes(words, context.now);
  const found: Found = { draft: {}, pieces: [], questions: [...time.questions], title: [] };
  if (time.words !== undefined && time.at !== undefined) {
    found.pieces.push({ words: time.words, field: "reportedAt", value: time.at });
  }
  for (const word of rest) readWord(word, found, context);
  const title = found.title.join(" ");
  if (title === "") found.questions.push({ kind: "titleMissing" });
  else found.pieces.push({ words: title, field: "title", value: title });
  addPerson(found, context);
  addVendorOfSystem(found, context);
  return {
    draft: { ...found.draft, title, reportedAt: time.at },
    pieces: found.pieces,
    questions: found.questions,
  };
}

type Draft = { -readonly [K in keyof Omit<QuickDraft, "title" | "reportedAt">]: QuickDraft[K] };

interface Found {
  readonly draft: Draft;
  readonly pieces: QuickPiece[];
  readonly questions: QuickQuestion[];
  readonly title: string[];
  personId?: string;
}

/** The first word that fills a field has it; the next one of the kind is part of the title. */
function readWord(word: string, found: Found, context: QuickContext): void {
  if (!readCode(word, found) && !readName(word, found, context) && !readDepartment(word, found, context)) {
    found.title.push(word);
  }
}

function readCode(word: string, { draft, pieces }: Found): boolean {
  const readers = { severity: severityOf, channel: channelOf, phone: phoneOf } as const;
  for (const field of ["severity", "channel", "phone"] as const) {
    const value = draft[field] === undefined ? readers[field](word) : undefined;
    if (value === undefined) continue;
    Object.assign(draft, { [field]: value });
    pieces.push({ words: word, field, value });
    return true;
  }
  return false;
}

function readDepartment(word: string, { draft, pieces }: Found, { persons }: QuickContext): boolean {
  const isKnown = persons.some(({ data }) => plainName(data.department ?? "") === plainName(word));
  if (draft.department !== undefined || !(isKnown || isDepartment(word))) return false;
  draft.department = word;
  pieces.push({ words: word, field: "department", value: word });
  return true;
}

/** True when the word is used up: a system, a vendor or a person, or a question which of several. */
function readName(word: string, found: Found, context: QuickContext): boolean {
  const { draft } = found;
  const kinds = [
    { field: "systemId", named: context.systems.map(ofSystem) },
    { field: "vendorId", named: context.vendors.map(ofVendor) },
    { field: "reporter", named: context.persons.map(ofPerson) },
  ] as const;
  for (const { field, named } of kinds) {
    if (draft[field] !== undefined) continue;
    const match = findNamed(word, named, context.initials);
    if (match.kind === "none") continue;
    if (match.kind === "several") {
      found.questions.push({ kind: "ambiguous", words: word, field, names: match.names });
      found.title.push(word);
      return true;
    }
    const value = field === "reporter" ? match.found.name : match.found.id;
    draft[field] = value;
    found.pieces.push({ words: word, field, value });
    if (field === "reporter") found.personId = match.found.id;
    // `收费` within 门诊收费系统 tells the system and is still what the caller said.
    if (match.kind === "part" && field === "systemId") found.title.push(word);
    return true;
  }
  return false;
}

/** What the line itself says of place and telephone goes before what we know of the person. */
function addPerson({ draft, personId }: Found, { persons }: QuickContext): void {
  const person = persons.find(({ id }) => id === personId)?.data;
  if (person?.department !== undefined) draft.department ??= person.department;
  if (person?.phone !== undefined) draft.phone ??= person.phone;
}

function addVendorOfSystem({ draft }: Found, { systems }: QuickContext): void {
  if (draft.vendorId !== undefined) return;
  const vendorId = systems.find(({ id }) => id === draft.systemId)?.data.vendorId;
  if (vendorId !== undefined) draft.vendorId = vendorId;
}

const ofSystem = ({ id, data }: Stored<"system">): Named => ({ id, name: data.name, others: [] });

const ofVendor = ({ id, data }: Stored<"vendor">): Named => ({
  id,
  name: data.name,
  others: data.shortName === undefined ? [] : [data.shortName],
});

/** A person answers to the whole name only: one family name is many people. */
const ofPerson = ({ id, data }: Stored<"person">): Named => ({
  id,
  name: data.name,
  others: [],
  wholeOnly: true,
});
