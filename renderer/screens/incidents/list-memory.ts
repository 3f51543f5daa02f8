import { create } from "zustand";
import type { Status } from "../../../shared/rules/incidents/status.ts";
import type { IncidentColumn, ListQuery } from "../../db/desk.ts";
import type { DateRange } from "./date-range.ts";

export interface Asked extends Pick<ListQuery<IncidentColumn>, "search" | "filters"> {
  readonly dates: DateRange;
  readonly sort: { readonly column: IncidentColumn; readonly descending: boolean };
}

/** What the list was last asked, so that one comes back from a card to the same list. */
interface ListMemory {
  readonly asked: Asked;
  readonly ask: (part: Partial<Asked>) => void;
}

export const NOTHING_ASKED: Pick<Asked, "search" | "filters" | "dates"> = {
  search: "",
  filters: {},
  dates: { from: undefined, to: undefined },
};

export const useListMemory = create<ListMemory>()((set) => ({
  asked: { ...NOTHING_ASKED, sort: { column: "reportedAt", descending: true } },
  ask: (part) => set(({ asked }) => ({ asked: { ...asked, ...part } })),
}));

export type Shown = "all" | "open" | "done" | "some";

const OPEN: readonly Status[] = ["pending", "inProgress", "onHold"];
const DONE: readonly Status[] = ["resolved", "closed"];

export function statusFilter(shown: Shown): readonly string[] {
  return shown === "open" ? OPEN : shown === "done" ? DONE : [];
}

/** Which of the three buttons a status filter is; `some` for one made by hand in the column. */
export function statusesShown(statuses: readonly string[]): Shown {
  if (statuses.length === 0) return "all";
  const isSame = (other: readonly string[]): boolean =>
    other.length === statuses.length && other.every((status) => statuses.includes(status));
  return isSame(OPEN) ? "open" : isSame(DONE) ? "done" : "some";
}
