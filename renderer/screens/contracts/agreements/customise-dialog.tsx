import type { ReactNode } from "react";
import { quoteCustomisation } from "../../../../shared/commands/agreements/agreement-steps.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { agreement as definition } from "../../../../shared/records/agreement.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { takePaperNumber } from "../../../records/paper-number.ts";
import { useStep } from "../use-step.ts";
import { useAgreementRefusal } from "./agreement-refusal.ts";
import { agreementsTexts } from "./agreements-texts.ts";

interface CustomiseDialogProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

const { subject, workload, amountFen, note } = definition.fields;

/** A change of the software, which no maintenance contract includes (checklist F11, C17). */
export function CustomiseDialog({ file, today, onClose }: CustomiseDialogProps): ReactNode {
  const t = useTexts(agreementsTexts);
  const desk = useDesk();
  const step = useStep();
  const refusalOf = useAgreementRefusal();
  return (
    <CommandDialog
      title={t("customiseTitle")}
      fields={{ subject, workload, amountFen, note }}
      onSave={async (told) => {
        const { amountFen: fen } = told;
        const quote = { ...told, amountFen: fen, workload: told.workload ?? "", note: told.note ?? "" };
        const contractId = file.contract.id;
        // A number is taken only for what will stand.
        const tried = quoteCustomisation(quote, { id: "", number: "", contractId, today });
        const [id = ""] = await desk.newIds(1);
        const made = tried.ok
          ? quoteCustomisation(quote, {
              id,
              number: await takePaperNumber(desk, "agreement"),
              contractId,
              today,
            })
          : tried;
        const name = { zh: `软件修改协议：${told.subject}`, en: `Software change: ${told.subject}` };
        return step(name, made, refusalOf);
      }}
      onClose={onClose}
    />
  );
}
