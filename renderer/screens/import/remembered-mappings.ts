import type { Mapping } from "../../../shared/import/types.ts";
import { isRecordType, type RecordType } from "../../../shared/records/index.ts";

const KEY = "shouyue.import.mappings";
const KEPT = 50;

interface Entry {
  readonly fingerprint: string;
  readonly mapping: Mapping;
}

/**
 * Column mappings that were used on this machine, by header fingerprint. A convenience only: where the browser
 * keeps nothing, or keeps what an older version wrote, the wizard suggests as for a new file.
 */
export function rememberedMappings(type: RecordType): Readonly<Record<string, Mapping>> {
  const own = entries().filter(({ mapping }) => mapping.type === type);
  return Object.fromEntries(own.map(({ fingerprint, mapping }) => [fingerprint, mapping]));
}

/** Keeps a mapping that led to an import; the oldest of more than fifty is forgotten. */
export function rememberMapping(fingerprint: string, mapping: Mapping): void {
  const others = entries().filter(
    (entry) => entry.fingerprint !== fingerprint || entry.mapping.type !== mapping.type,
  );
  try {
    localStorage.setItem(KEY, JSON.stringify([{ fingerprint, mapping }, ...others].slice(0, KEPT)));
  } catch {
    // Storage is full or forbidden: next time the columns are suggested anew.
  }
}

function entries(): Entry[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(kept) ? kept.filter(isEntry) : [];
  } catch {
    return [];
  }
}

function isEntry(value: unknown): value is Entry {
  if (typeof value !== "object" || value === null) return false;
  const { fingerprint, mapping } = value as Partial<Record<keyof Entry, unknown>>;
  if (typeof fingerprint !== "string" || typeof mapping !== "object" || mapping === null) return false;
  const { type, columns, mode } = mapping as Partial<Record<keyof Mapping, unknown>>;
  return typeof type === "string" && isRecordType(type) && Array.isArray(columns) && typeof mode === "string";
}
