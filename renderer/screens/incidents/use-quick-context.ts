import { useEffect, useState } from "react";
import type { QuickContext } from "../../../shared/commands/quick-entry/types.ts";
import type { Instant } from "../../../shared/lib/instants.ts";
import { useRecords } from "../../records/use-desk.tsx";
import { loadInitials, type Initials } from "../../ui/pinyin.ts";

/** What the quick entry line is read against. Initials are loaded once somebody types Latin letters. */
export function useQuickContext(line: string): (now: Instant) => QuickContext {
  const systems = useRecords("system") ?? [];
  const vendors = useRecords("vendor") ?? [];
  const persons = useRecords("person") ?? [];
  const [initials, setInitials] = useState<Initials | undefined>(undefined);
  const isLatin = /[a-z]{2}/i.test(line);
  useEffect(() => {
    if (isLatin) void loadInitials().then((loaded) => setInitials(() => loaded));
  }, [isLatin]);
  return (now) => ({
    systems,
    vendors,
    persons,
    now,
    ...(initials === undefined ? {} : { initials }),
  });
}
