import { Button } from "antd";
import { useState, type ReactNode } from "react";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { TermDialog, type TermVerb } from "./term-dialog.tsx";
import { termTexts } from "./term-texts.ts";

interface TermActionsProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
}

const VERBS: readonly TermVerb[] = ["renew", "extend", "terminate"];

/** What can be decided about a contract's time. One that was ended early takes no further term. */
export function TermActions({ file, today }: TermActionsProps): ReactNode {
  const t = useTexts(termTexts);
  const [verb, setVerb] = useState<TermVerb | undefined>(undefined);
  if (file.terms.some(({ data }) => data.kind === "termination")) return null;
  return (
    <div className="sy-contract-buttons">
      {VERBS.map((one) => (
        <Button key={one} size="small" onClick={() => setVerb(one)}>
          {t(one)}…
        </Button>
      ))}
      {verb !== undefined && (
        <TermDialog key={verb} verb={verb} file={file} today={today} onClose={() => setVerb(undefined)} />
      )}
    </div>
  );
}
