import type { ReactNode } from "react";
import { create } from "../../../../shared/commands/edit.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { fen, integer } from "../../../../shared/lib/fields.ts";
import { ok } from "../../../../shared/lib/result.ts";
import { agreement as definition } from "../../../../shared/records/agreement.ts";
import type { Agreement } from "../../../../shared/records/index.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import { yuanText } from "../../../ui/money.ts";
import type { ContractFile } from "../contract-file.ts";
import { AGREEMENT_PREFIX } from "../number-prefixes.ts";
import { useStep } from "../use-step.ts";
import { DEFAULT_DAILY_FEN, feeParts, visitFee } from "../visits/visit-fee.ts";
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
        const wrong = {
          ...(told.people < 1 || told.people > 99 ? { people: t("badPeople") } : {}),
          ...(told.days < 1 || told.days > 366 ? { days: t("badDays") } : {}),
          ...negatives(told, t("negative")),
        };
        if (Object.keys(wrong).length > 0) return wrong;
        const [id = ""] = await desk.newIds(1);
        const quote: Agreement = {
          ...told,
          contractId: file.contract.id,
          number: await desk.takeNumber(AGREEMENT_PREFIX),
          kind: "visit",
          quotedDate: today,
        };
        return step(
          { zh: `按次报价：${told.subject}`, en: `Quote a visit: ${told.subject}` },
          ok([create("agreement", id, quote)]),
          () => "",
        );
      }}
      onClose={onClose}
    />
  );
}

function negatives(told: Partial<Agreement>, sentence: string): Readonly<Record<string, string>> {
  const names = (["travelFen", "lodgingFen", "dailyFen"] as const).filter((name) => (told[name] ?? 0) < 0);
  return Object.fromEntries(names.map((name) => [name, sentence]));
}

/** `¥1,200.00 × 2 人 + (¥300.00 + ¥1,000.00) × 2 人 × 3 天 = ¥10,200.00` */
export function FeeLine({ values }: { readonly values: Partial<Agreement> }): ReactNode {
  const t = useTexts(agreementsTexts);
  const parts = feeParts(values);
  if (parts === undefined) return <p className="sy-command-note">{t("feeOpen")}</p>;
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
      <strong>¥{yuanText(visitFee(parts))}</strong>
    </p>
  );
}
