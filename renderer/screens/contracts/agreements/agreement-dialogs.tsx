import type { ReactNode } from "react";
import {
  acceptAgreement,
  recordStay,
  withdrawAgreement,
} from "../../../../shared/commands/agreements/agreement-steps.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { date } from "../../../../shared/lib/fields.ts";
import { agreement as definition } from "../../../../shared/records/agreement.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { daysOnSite } from "../../../../shared/rules/fees/visit-fee.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import { useStep } from "../use-step.ts";
import { useAgreementRefusal } from "./agreement-refusal.ts";
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
  const refusalOf = useAgreementRefusal();
  const { data } = agreement;
  const { subject } = data;
  return (
    <CommandDialog
      title={t("arriveTitle", { subject })}
      fields={STAY}
      initial={{ arrivedDate: data.arrivedDate ?? today }}
      onSave={async (told) => {
        const stay = { arrivedDate: told.arrivedDate, leftDate: told.leftDate };
        const made = recordStay(agreement, stay, today);
        return step(
          { zh: `到达/离开：${subject}`, en: `Arrival and departure: ${subject}` },
          made,
          refusalOf,
        );
      }}
      outcome={(told) => {
        const days = daysOnSite(told.arrivedDate ?? "", told.leftDate ?? "");
        return days.ok ? <FeeLine values={{ ...data, days: days.value }} /> : null;
      }}
      onClose={onClose}
    />
  );
}

const DAY = { day: date({ zh: "日期", en: "Date" }, { required: true }) } as const;

function DayDialog(props: OneProps & { readonly verb: "accept" | "withdraw" }): ReactNode {
  const { agreement, verb, today, onClose } = props;
  const t = useTexts(agreementsTexts);
  const step = useStep();
  const refusalOf = useAgreementRefusal();
  const { data } = agreement;
  const { subject } = data;
  return (
    <CommandDialog
      title={t(verb === "accept" ? "acceptTitle" : "withdrawTitle", { subject })}
      fields={DAY}
      initial={{ day: today }}
      saveLabel={t(verb)}
      danger={verb === "withdraw"}
      onSave={async ({ day }) => {
        const made =
          verb === "accept"
            ? acceptAgreement(agreement, day, today)
            : withdrawAgreement(agreement, day, today);
        const [zh, en] = verb === "accept" ? (["验收", "Accept"] as const) : (["作废", "Withdraw"] as const);
        return step({ zh: `${zh}：${subject}`, en: `${en}: ${subject}` }, made, refusalOf);
      }}
      onClose={onClose}
    />
  );
}
