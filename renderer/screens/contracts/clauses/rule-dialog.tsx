import type { ReactNode } from "react";
import { ruleBetween } from "../../../../shared/commands/contracts/rule-between.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { choice } from "../../../../shared/lib/fields.ts";
import { ruling as definition } from "../../../../shared/records/ruling.ts";
import type { Contradiction } from "../../../../shared/rules/clauses/contradictions.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { failureTexts } from "../failure-texts.ts";
import { fieldRefusal } from "../field-refusal.ts";
import { useStep } from "../use-step.ts";
import { useClauseWords } from "./clause-words.ts";
import { clausesTexts } from "./clauses-texts.ts";

interface RuleDialogProps {
  readonly file: ContractFile;
  readonly contradiction: Contradiction;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

/** Which of the clauses rules, why, and who decided. The stricter one stands chosen. */
export function RuleDialog({ file, contradiction, today, onClose }: RuleDialogProps): ReactNode {
  const t = useTexts(clausesTexts);
  const failureWords = useTexts(failureTexts);
  const words = useClauseWords();
  const desk = useDesk();
  const step = useStep();
  const { clauses, stricter } = contradiction;
  const { reason, decidedDate, decidedBy, proof } = definition.fields;
  const options = Object.fromEntries(
    clauses.map(({ id, data }) => {
      const name = `${words.title(data)}：${words.promise(data)}`;
      return [id, { zh: name, en: name }];
    }),
  );
  const fields = {
    rulingClauseId: choice(definition.fields.rulingClauseId.label, options, { required: true }),
    reason,
    decidedDate,
    decidedBy,
    proof,
  };
  return (
    <CommandDialog
      title={t("ruleTitle", { metric: words.metric(stricter.data) })}
      fields={fields}
      initial={{ rulingClauseId: stricter.id, decidedDate: today }}
      saveLabel={t("rule")}
      intro={<p className="sy-command-note">{t("ruleHint")}</p>}
      onSave={async (told) => {
        const [id = ""] = await desk.newIds(1);
        const made = ruleBetween(
          { ...told, proof: told.proof ?? "", clauseIds: clauses.map((clause) => clause.id) },
          { id, contractId: file.contract.id, clauses: file.clauses, today },
        );
        const { title } = file.contract.data;
        return step({ zh: `裁定条款：${title}`, en: `Decide between clauses: ${title}` }, made, (failures) =>
          fieldRefusal(failures, failureWords),
        );
      }}
      onClose={onClose}
    />
  );
}
