import type { ReactNode } from "react";
import { create } from "../../../../shared/commands/edit.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { ok } from "../../../../shared/lib/result.ts";
import { agreement as definition } from "../../../../shared/records/agreement.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { AGREEMENT_PREFIX } from "../number-prefixes.ts";
import { useStep } from "../use-step.ts";
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
  return (
    <CommandDialog
      title={t("customiseTitle")}
      fields={{ subject, workload, amountFen, note }}
      onSave={async (told) => {
        if ((told.amountFen ?? 0) < 0) return { amountFen: t("negative") };
        const [id = ""] = await desk.newIds(1);
        const made = ok([
          create("agreement", id, {
            ...told,
            contractId: file.contract.id,
            number: await desk.takeNumber(AGREEMENT_PREFIX),
            kind: "customisation",
            quotedDate: today,
          }),
        ]);
        return step(
          { zh: `软件修改协议：${told.subject}`, en: `Software change: ${told.subject}` },
          made,
          () => "",
        );
      }}
      onClose={onClose}
    />
  );
}
