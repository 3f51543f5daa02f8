import type { ReactNode } from "react";
import { checkClause } from "../../../../shared/commands/contracts/check-clause.ts";
import { clauseTermsOf } from "../../../../shared/commands/contracts/clause-terms.ts";
import { reviseClause, type ReviseFailure } from "../../../../shared/commands/contracts/revise-clause.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { date } from "../../../../shared/lib/fields.ts";
import { clause as definition } from "../../../../shared/records/clause.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { failureTexts } from "../failure-texts.ts";
import { fieldRefusal } from "../field-refusal.ts";
import { useStep } from "../use-step.ts";
import { clauseTitle } from "./clause-words.ts";
import { clausesTexts } from "./clauses-texts.ts";

interface ReviseDialogProps {
  readonly file: ContractFile;
  readonly clause: Stored<"clause">;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

const {
  contractId: _contractId,
  effectiveFrom: _effectiveFrom,
  effectiveTo: _effectiveTo,
  replacesId: _replacesId,
  ...terms
} = definition.fields;
const FIELDS = {
  effectiveFrom: date({ zh: "新版生效日期", en: "Holds from" }, { required: true }),
  ...terms,
} as const;

/** A new version of a clause from a day on; the old one stays for what was reported before (clocks R10). */
export function ReviseDialog({ file, clause, today, onClose }: ReviseDialogProps): ReactNode {
  const t = useTexts(clausesTexts);
  const failureWords = useTexts(failureTexts);
  const desk = useDesk();
  const step = useStep();
  const name = clauseTitle(clause.data);
  return (
    <CommandDialog
      title={t("reviseTitle", { name })}
      fields={FIELDS}
      initial={{ ...clauseTermsOf(clause.data), effectiveFrom: today }}
      saveLabel={t("revise")}
      intro={<p className="sy-command-note">{t("reviseHint")}</p>}
      outcome={({ effectiveFrom: _from, ...draft }) =>
        checkClause(draft).warnings.map(({ kind }) => (
          <p key={kind} className="sy-command-note is-warning">
            {t(kind)}
          </p>
        ))
      }
      onSave={async ({ effectiveFrom, ...revised }) => {
        const [id = ""] = await desk.newIds(1);
        const made = reviseClause(
          clause,
          { terms: revised, effectiveFrom },
          { id, contract: file.contract, terms: file.terms, clauses: file.clauses },
        );
        return step({ zh: `修订条款 ${name}`, en: `Revise clause ${name}` }, made, (failures) =>
          fieldRefusal(failures, failureWords, dateOf),
        );
      }}
      onClose={onClose}
    />
  );
}

function dateOf(failure: ReviseFailure): Readonly<Record<string, string>> {
  switch (failure.kind) {
    case "notAfterOld":
      return { date: failure.from };
    case "afterOldEnd":
      return { date: failure.until };
    case "afterContract":
      return { date: failure.endDate };
    default:
      return {};
  }
}
