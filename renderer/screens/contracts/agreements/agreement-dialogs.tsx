import type { ReactNode } from "react";
import { change } from "../../../../shared/commands/edit.ts";
import { daysBetween, type CalendarDate } from "../../../../shared/lib/dates.ts";
import { date } from "../../../../shared/lib/fields.ts";
import { ok } from "../../../../shared/lib/result.ts";
import { agreement as definition } from "../../../../shared/records/agreement.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import { useStep } from "../use-step.ts";
import { agreementsTexts } from "./agreements-texts.ts";
import { FeeLine } from "./quote-dialog.tsx";
import { SignDialog } from "./sign-dialog.tsx";

export type AgreementVerb = "sign" | "arrive" | "accept" | "withdraw";

export interface AgreementAct {
  readonly verb: AgreementVerb;
  readonly agreement: Stored<"agreement">;
}

interface AgreementDialogProps {
  readonly act: AgreementAct;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

export function AgreementDialog({ act, today, onClose }: AgreementDialogProps): ReactNode {
  const { agreement } = act;
  switch (act.verb) {
    case "sign":
      return <SignDialog agreement={agreement} today={today} onClose={onClose} />;
    case "arrive":
      return <ArriveDialog agreement={agreement} today={today} onClose={onClose} />;
    case "accept":
      return <DayDialog agreement={agreement} verb="accept" today={today} onClose={onClose} />;
    case "withdraw":
      return <DayDialog agreement={agreement} verb="withdraw" today={today} onClose={onClose} />;
  }
}

interface OneProps {
  readonly agreement: Stored<"agreement">;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

const { leftDate } = definition.fields;
const STAY = {
  arrivedDate: date(definition.fields.arrivedDate.label, { required: true }),
  leftDate,
} as const;

/** Days are counted from arrival to departure, both included; the fee follows from them. */
function ArriveDialog({ agreement, today, onClose }: OneProps): ReactNode {
  const t = useTexts(agreementsTexts);
  const step = useStep();
  const { id, data } = agreement;
  const { subject } = data;
  return (
    <CommandDialog
      title={t("arriveTitle", { subject })}
      fields={STAY}
      initial={{ arrivedDate: data.arrivedDate ?? today }}
      onSave={async (told) => {
        if (told.arrivedDate > today) return { arrivedDate: t("inTheFuture") };
        if (told.arrivedDate < data.quotedDate) {
          return { arrivedDate: t("beforeQuote", { date: data.quotedDate }) };
        }
        if (told.leftDate !== undefined && told.leftDate > today) return { leftDate: t("inTheFuture") };
        if (told.leftDate !== undefined && told.leftDate < told.arrivedDate) {
          return { leftDate: t("beforeArrival") };
        }
        const made = ok([
          change("agreement", id, { arrivedDate: told.arrivedDate, leftDate: told.leftDate ?? null }),
        ]);
        return step({ zh: `到达/离开：${subject}`, en: `Arrival and departure: ${subject}` }, made, () => "");
      }}
      outcome={(told) => {
        const days = daysOnSite(told.arrivedDate, told.leftDate);
        return days === undefined ? null : <FeeLine values={{ ...data, days }} />;
      }}
      onClose={onClose}
    />
  );
}

function daysOnSite(from: CalendarDate | undefined, to: CalendarDate | undefined): number | undefined {
  if (from === undefined || to === undefined || to < from) return undefined;
  return daysBetween(from, to) + 1;
}

const DAY = { day: date({ zh: "日期", en: "Date" }, { required: true }) } as const;

function DayDialog(props: OneProps & { readonly verb: "accept" | "withdraw" }): ReactNode {
  const { agreement, verb, today, onClose } = props;
  const t = useTexts(agreementsTexts);
  const step = useStep();
  const { id, data } = agreement;
  const { subject } = data;
  return (
    <CommandDialog
      title={t(verb === "accept" ? "acceptTitle" : "withdrawTitle", { subject })}
      fields={DAY}
      initial={{ day: today }}
      saveLabel={t(verb)}
      danger={verb === "withdraw"}
      onSave={async ({ day }) => {
        if (day > today) return { day: t("inTheFuture") };
        if (day < data.quotedDate) return { day: t("beforeQuote", { date: data.quotedDate }) };
        const patch = verb === "accept" ? { acceptedDate: day } : { withdrawnDate: day };
        const [zh, en] = verb === "accept" ? (["验收", "Accept"] as const) : (["作废", "Withdraw"] as const);
        return step(
          { zh: `${zh}：${subject}`, en: `${en}: ${subject}` },
          ok([change("agreement", id, patch)]),
          () => "",
        );
      }}
      onClose={onClose}
    />
  );
}
