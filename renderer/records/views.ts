import type { RecordType } from "../../shared/records/index.ts";

/** What the generic pages of a type show beyond its own fields. */
export interface View {
  /** Types whose records belong to one of this, shown as lists below it. */
  readonly children?: readonly RecordType[];
  /** Fields that the list hides until they are chosen. */
  readonly hidden?: readonly string[];
}

const views: Partial<Record<RecordType, View>> = {
  vendor: { hidden: ["email", "address"] },
  system: { children: ["module"] },
  contract: { children: ["clause"], hidden: ["note"] },
  clause: { hidden: ["wording"] },
  backupPlan: { children: ["backupCheck"] },
};

export function viewOf(type: RecordType): View {
  return views[type] ?? {};
}
