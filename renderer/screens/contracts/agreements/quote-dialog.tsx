import type { ReactNode } from "react";
import { quoteVisit } from "../../../../shared/commands/agreements/agreement-steps.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { fen, integer } from "../../../../shared/lib/fields.ts";
import { agreement as definition } from "../../../../shared/records/agreement.ts";
import type { Agreement } from "../../../../shared/records/index.ts";
import { DEFAULT_DAILY_FEN, estimateOf, feeParts } from "../../../../shared/rules/fees/visit-fee.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import { yuanText } from "../../../ui/money.ts";
import type { ContractFile } from "../contract-file.ts";
import { takePaperNumber } from "../../../records/paper-number.ts";
import { useStep } from "../use-step.ts";
import { useAgreementRefusal } from "./agreement-refusal.ts";
import { agreementsTexts } from "./agreements-texts.ts";

interface QuoteDialogProps {
  readonly file: ContractFile;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

const { subject, workload, note } = definition.fields;
const FIELDS = {
  subject,
  people: integer({ zh: "人数", en: "People" }, { required: true }),
  days: integer(definition.fields.days.label, {
    required: true,
    hint: { zh: "到达至离开", en: "Arrival to departure" },
  }),
  travelFen: definition.fields.travelFen,
  lodgingFen: definition.fields.lodgingFen,
  dailyFen: fen(definition.fields.dailyFen.label, { required: true }),
  workload,
  note,
} as const;

/** What a visit outside the contract will cost, by the formula of C04; becomes a supplementary agreement (F10). */
export function QuoteDialog({ file, today, onClose }: QuoteDialogProps): ReactNode {
  const t = useTexts(agreementsTexts);
  const desk = useDesk();
  const step = useStep();
  const refusalOf = useAgreementRefusal();
  const { data } = file.contract;
  return (
    <CommandDialog
      title={t("quoteTitle")}
      fields={FIELDS}
      initial={{ people: 1, days: 1, dailyFen: data.dailyFen ?? DEFAULT_DAILY_FEN }}
      saveLabel={t("quote")}
      intro={<p className="sy-command-note">{t("quoteHint")}</p>}
      outcome={(values) => <FeeLine values={values} />}
      onSave={async (told) => {
        const quote = {
          ...told,
          travelFen: told.travelFen ?? 0,
          lodgingFen: told.lodgingFen ?? 0,
          workload: told.workload ?? "",
          note: told.note ?? "",
        };
        const contractId = file.contract.id;
        // A number is taken only for what will stand.
        const tried = quoteVisit(quote, { id: "", number: "", contractId, today });
        const [id = ""] = await desk.newIds(1);
        const made = tried.ok
          ? quoteVisit(quote, { id, number: await takePaperNumber(desk, "agreement"), contractId, today })
          : tried;
        const name = { zh: `按次报价：${told.subject}`, en: `Quote a visit: ${told.subject}` };
        return step(name, made, refusalOf);
      }}
      onClose={onClose}
    />
  );
}

/** `¥1,200.00 × 2 人 + (¥300.00 + ¥1,000.00) × 2 人 × 3 天 = ¥10,200.00` */
export function FeeLine({ values }: { readonly values: Partial<Agreement> }): ReactNode {
  const t = useTexts(agreementsTexts);
  const parts = feeParts(values);
  const total = estimateOf(values);
  if (parts === undefined || total === undefined) return <p className="sy-command-note">{t("feeOpen")}</p>;
  const { people, days, travelFen, lodgingFen, dailyFen } = parts;
  return (
    <p className="sy-fee-line">
      {t("fee", {
        travel: yuanText(travelFen),
        lodging: yuanText(lodgingFen),
        daily: yuanText(dailyFen),
        people,
        days,
      })}
      <strong>¥{yuanText(total)}</strong>
    </p>
  );
}
