import type { RecordType } from "../../shared/records/index.ts";

/** What the generic pages of a type show beyond its own fields. */
export interface View {
  /** Types whose records belong to one of this, shown as lists below it. */
  readonly children?: readonly RecordType[];
  /** Records that name one of this in a field, shown as lists below it. */
  readonly naming?: readonly Naming[];
  /** Fields that the list hides until they are chosen. */
  readonly hidden?: readonly string[];
}

export interface Naming {
  readonly type: RecordType;
  readonly by: string;
  readonly columns: readonly string[];
}

/** The vendor's file: which systems it keeps in which version, under which contracts, and when it came (checklist F09). */
const VENDOR_FILE: readonly Naming[] = [
  {
    type: "system",
    by: "vendorId",
    columns: ["name", "softwareVersion", "serviceNumber", "owner", "phase", "note"],
  },
  { type: "contract", by: "vendorId", columns: ["title", "number", "kind", "startDate", "endDate"] },
  {
    type: "visit",
    by: "vendorId",
    columns: ["subject", "kind", "plannedDate", "actualDate", "engineer", "reportReceived"],
  },
];

const views: Partial<Record<RecordType, View>> = {
  vendor: { hidden: ["email", "address"], naming: VENDOR_FILE },
  system: { children: ["module"] },
  contract: { children: ["clause"], hidden: ["note"] },
  clause: { hidden: ["wording"] },
  backupPlan: { children: ["backupCheck"] },
};

export function viewOf(type: RecordType): View {
  return views[type] ?? {};
}
