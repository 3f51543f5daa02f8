import type { ReactNode } from "react";
import { quoteVisit } from "../../../../shared/commands/agreements/agreement-steps.ts";
import { fen, integer } from "../../../../shared/lib/fields.ts";
import { agreement as definition } from "../../../../shared/records/agreement.ts";
import { DEFAULT_DAILY_FEN } from "../../../../shared/rules/fees/visit-fee.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import { useAgreementRefusal } from "../../contracts/agreements/agreement-refusal.ts";
import { agreementsTexts } from "../../contracts/agreements/agreements-texts.ts";
import { FeeLine } from "../../contracts/agreements/quote-dialog.tsx";
import type { ContractFile } from "../../contracts/contract-file.ts";
import { takePaperNumber } from "../../../records/paper-number.ts";
import { useStep } from "../../contracts/use-step.ts";
import type { IncidentFile } from "../incident-file.ts";
import { useToday } from "../use-minute.ts";
import { dispatchTexts } from "./dispatch-texts.ts";

interface QuoteDialogProps {
  readonly file: IncidentFile;
  readonly contractFile: ContractFile;
  readonly onClose: () => void;
}

/** What a visit for this fault costs outside the contract, by the formula of C04: a supplementary agreement (F10). */
export function QuoteDialog({ file, contractFile, onClose }: QuoteDialogProps): ReactNode {
  const t = useTexts(dispatchTexts);
  const words = useTexts(agreementsTexts);
  const desk = useDesk();
  const step = useStep();
  const refusalOf = useAgreementRefusal();
  const today = useToday();
  const { id: contractId, data: contract } = contractFile.contract;
  const { id: incidentId, data } = file.incident;
  return (
    <CommandDialog
      title={t("quoteTitle", { number: data.number })}
      fields={FIELDS}
      initial={{ subject: data.title, people: 1, days: 1, dailyFen: contract.dailyFen ?? DEFAULT_DAILY_FEN }}
      saveLabel={words("quote")}
      intro={<p className="sy-command-note">{words("quoteHint")}</p>}
      outcome={(values) => <FeeLine values={values} />}
      onSave={async ({ travelFen = 0, lodgingFen = 0, workload = "", note = "", ...told }) => {
        const quote = { ...told, travelFen, lodgingFen, workload, note, incidentId };
        // A number is taken only for what will stand.
        const tried = quoteVisit(quote, { id: "", number: "", contractId, today });
        const [id = ""] = await desk.newIds(1);
        const made = tried.ok
          ? quoteVisit(quote, { id, number: await takePaperNumber(desk, "agreement"), contractId, today })
          : tried;
        return step({ zh: `按次报价：${data.number}`, en: `Quote a visit: ${data.number}` }, made, refusalOf);
      }}
      onClose={onClose}
    />
  );
}

const { subject, workload, note, travelFen, lodgingFen } = definition.fields;
const FIELDS = {
  subject,
  people: integer({ zh: "人数", en: "People" }, { required: true }),
  days: integer(definition.fields.days.label, {
    required: true,
    hint: { zh: "到达至离开", en: "Arrival to departure" },
  }),
  travelFen,
  lodgingFen,
  dailyFen: fen(definition.fields.dailyFen.label, { required: true }),
  workload,
  note,
} as const;
