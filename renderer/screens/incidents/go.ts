import type { CodedType } from "../../../shared/forms/paper-code.ts";
import type { RecordForm } from "../../../shared/forms/paper.ts";

/** Goes to a page of this window, as a link with `#address` would. */
export function go(address: string): void {
  window.location.hash = `#${address}`;
}

export function incidentAddress(id: string): string {
  return `/incidents/${id}`;
}

/** A paper on screen before it is printed: F04, F05, F12 of an incident, WY01 of a breach, F10, F11 of an agreement, F14 of a letter. */
export function paperAddress(form: RecordForm, recordId: string): string {
  return `/paper/${form}/${recordId}`;
}

/** Where the code on a paper leads: to the incident's card, for other records to their paper. */
export function codedAddress(type: CodedType, id: string): string {
  return type === "incident" ? incidentAddress(id) : paperAddress(PAPER_OF[type], id);
}

const PAPER_OF = { breach: "WY01", agreement: "F10", letter: "F14" } as const;
