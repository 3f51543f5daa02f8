import type { RecordType } from "../../shared/records/index.ts";

/** Where the pages of records are, for links (`#…`) and for going there. */
export function listAddress(type: RecordType): string {
  return type === "incident" ? "/incidents" : `/records/${type}`;
}

export function recordAddress(type: RecordType, id: string): string {
  return `${listAddress(type)}/${id}`;
}

export function editAddress(type: RecordType, id: string): string {
  return `/records/${type}/${id}/edit`;
}

/** The empty form; with a parent, the new record belongs to it. */
export function newAddress(type: RecordType, parentId?: string): string {
  return `/records/${type}/new${parentId === undefined ? "" : `/${parentId}`}`;
}
