import type { ReactNode } from "react";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import type { ContractFile } from "../contract-file.ts";

export function TermActions(_props: {
  readonly file: ContractFile;
  readonly today: CalendarDate;
}): ReactNode {
  return null;
}
