import { Button } from "antd";
import type { ReactNode } from "react";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { date, integer, longText } from "../../../../shared/lib/fields.ts";
import { instant } from "../../../../shared/lib/instants.ts";
import { entitlementEntry } from "../../../../shared/records/entitlement-entry.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { visit as definition } from "../../../../shared/records/visit.ts";
import { CommandDialog, type Refusal } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { failureTexts } from "../failure-texts.ts";
import { useStep } from "../use-step.ts";
import {
  cancelVisit,
  completeVisit,
  grantMore,
  orderVisit,
  reverseEntry,
  type VisitFailure,
} from "../../../../shared/commands/visits/visit-steps.ts";
import type { StandingEntitlement } from "./standing-entitlements.ts";
import { visitsTexts } from "./visits-texts.ts";

export type VisitAct =
  | { readonly verb: "order" | "grant"; readonly one: StandingEntitlement }
  | { readonly verb: "complete" | "cancel"; readonly visit: Stored<"visit"> }
  | { readonly verb: "reverse"; readonly entry: Stored<"entitlementEntry"> };

interface VisitDialogProps {
  readonly file: ContractFile;
  readonly act: VisitAct;
  readonly today: CalendarDate;
  /** Nothing is left: leads to the quote instead. */
  readonly onQuote: () => void;
  readonly onClose: () => void;
}

export function VisitDialog({ act, ...rest }: VisitDialogProps): ReactNode {
  switch (act.verb) {
    case "order":
      return <OrderDialog {...rest} one={act.one} />;
    case "grant":
      return <GrantDialog {...rest} one={act.one} />;
    case "complete":
      return <CompleteDialog {...rest} visit={act.visit} />;
    case "cancel":
      return <CancelDialog {...rest} visit={act.visit} />;
    case "reverse":
      return <ReverseDialog {...rest} entry={act.entry} />;
  }
}

type Rest = Omit<VisitDialogProps, "act">;

const { subject, plannedDate, engineer, reportReceived, result } = definition.fields;
const REASON = longText({ zh: "理由", en: "Reason" }, { required: true });
const MINUTES = integer({ zh: "实际用时（分钟）", en: "Time taken (minutes)" });
const ACTUAL = date({ zh: "实际日期", en: "Actual" }, { required: true });
const { by: BY } = entitlementEntry.fields;

function OrderDialog({
  file,
  one,
  today,
  onQuote,
  onClose,
}: Rest & { readonly one: StandingEntitlement }): ReactNode {
  const t = useTexts(visitsTexts);
  const refusalOf = useRefusal();
  const desk = useDesk();
  const step = useStep();
  const { entitlement, balance, balanceOn } = one;
  const { left } = balance;
  // A visit is one; a training takes as many as attend, a resident as many days as agreed.
  const isCounted = entitlement.data.kind === "trainee" || entitlement.data.kind === "residentDay";
  return (
    <CommandDialog
      title={t("orderTitle", { name: entitlement.data.name })}
      fields={{ subject, plannedDate, engineer, ...(isCounted ? { units: UNITS } : {}) }}
      initial={{ plannedDate: today, ...(isCounted ? { units: 1 } : {}) }}
      saveLabel={t("order")}
      intro={
        left === undefined ? (
          <p className="sy-command-note">{t("orderFree")}</p>
        ) : left < 1 ? (
          <p className="sy-command-note is-warning">
            {t("nothingLeft")} <Button onClick={onQuote}>{t("quote")}…</Button>
          </p>
        ) : (
          <p className="sy-command-note">{t("orderBalance", { left: left - 1, now: left })}</p>
        )
      }
      onSave={async (told) => {
        const [visitId = "", entryId = ""] = await desk.newIds(2);
        const made = orderVisit(
          { ...told, engineer: told.engineer ?? "", by: await desk.author() },
          { visitId, entryId, now: instant(Date.now()), contract: file.contract, entitlement, balanceOn },
        );
        return step(
          { zh: `预约上门：${told.subject}`, en: `Order a visit: ${told.subject}` },
          made,
          refusalOf,
        );
      }}
      onClose={onClose}
    />
  );
}

function CompleteDialog({
  file,
  visit,
  today,
  onClose,
}: Rest & { readonly visit: Stored<"visit"> }): ReactNode {
  const t = useTexts(visitsTexts);
  const refusalOf = useRefusal();
  const settle = useSettle(file, today);
  const step = useStep();
  const about = visit.data.subject;
  const entitlement = file.entitlements.find(({ id }) => id === visit.data.entitlementId);
  const isTime = entitlement?.data.unitMinutes !== undefined;
  return (
    <CommandDialog
      title={t("completeTitle", { subject: about })}
      fields={{ actualDate: ACTUAL, ...(isTime ? { minutes: MINUTES } : {}), reportReceived, result }}
      initial={{ actualDate: visit.data.plannedDate < today ? visit.data.plannedDate : today }}
      saveLabel={t("complete")}
      onSave={async (told) => {
        const { who, ...context } = await settle();
        const made = completeVisit(
          visit,
          {
            actualDate: told.actualDate,
            result: told.result ?? "",
            reportReceived: told.reportReceived,
            by: who,
            minutes: told.minutes,
          },
          context,
        );
        return step({ zh: `完成上门：${about}`, en: `Visit done: ${about}` }, made, refusalOf);
      }}
      onClose={onClose}
    />
  );
}

function CancelDialog({
  file,
  visit,
  today,
  onClose,
}: Rest & { readonly visit: Stored<"visit"> }): ReactNode {
  const t = useTexts(visitsTexts);
  const refusalOf = useRefusal();
  const settle = useSettle(file, today);
  const step = useStep();
  const about = visit.data.subject;
  return (
    <CommandDialog
      title={t("cancelTitle", { subject: about })}
      fields={{ reason: REASON }}
      saveLabel={t("cancelVisit")}
      danger
      onSave={async ({ reason }) => {
        const { who, ...context } = await settle();
        const made = cancelVisit(visit, { reason, by: who }, context);
        return step({ zh: `取消上门：${about}`, en: `Cancel visit: ${about}` }, made, refusalOf);
      }}
      onClose={onClose}
    />
  );
}

const UNITS = integer(entitlementEntry.fields.units.label, { required: true });

/** More than the contract grants, as both sides agreed. */
function GrantDialog({ file, one, today, onClose }: Rest & { readonly one: StandingEntitlement }): ReactNode {
  const t = useTexts(visitsTexts);
  const refusalOf = useRefusal();
  const settle = useSettle(file, today);
  const step = useStep();
  const { name } = one.entitlement.data;
  return (
    <CommandDialog
      title={t("grantTitle", { name })}
      fields={{ units: UNITS, reason: REASON, by: BY }}
      saveLabel={t("grant")}
      onSave={async ({ units, reason, by: told }) => {
        const { who, ...context } = await settle();
        const made = grantMore(one.entitlement, { units, reason, by: told ?? who }, context);
        return step({ zh: `增补额度：${name}`, en: `Grant more: ${name}` }, made, refusalOf);
      }}
      onClose={onClose}
    />
  );
}

function ReverseDialog(props: Rest & { readonly entry: Stored<"entitlementEntry"> }): ReactNode {
  const { file, entry, today, onClose } = props;
  const t = useTexts(visitsTexts);
  const label = useLabel();
  const refusalOf = useRefusal();
  const settle = useSettle(file, today);
  const step = useStep();
  const kind = entitlementEntry.fields.kind.choices?.[entry.data.kind];
  const what = `${entry.data.day} ${kind === undefined ? entry.data.kind : label(kind)}`;
  return (
    <CommandDialog
      title={t("reverseTitle", { what })}
      fields={{ reason: REASON, by: BY }}
      saveLabel={t("reverse")}
      intro={<p className="sy-command-note">{t("reverseHint")}</p>}
      onSave={async ({ reason, by: told }) => {
        const { who, ...context } = await settle();
        const by = told ?? who;
        const made = reverseEntry(entry, { reason, by }, context);
        return step({ zh: `冲销：${entry.data.day}`, en: `Reverse: ${entry.data.day}` }, made, refusalOf);
      }}
      onClose={onClose}
    />
  );
}

function useSettle({ entries }: ContractFile, today: CalendarDate) {
  const desk = useDesk();
  return async () => {
    const [entryId = ""] = await desk.newIds(1);
    return { entryId, now: instant(Date.now()), today, entries, who: await desk.author() };
  };
}

function useRefusal(): (failure: VisitFailure) => Refusal {
  const t = useTexts(visitsTexts);
  const common = useTexts(failureTexts);
  return ({ field, kind }) => {
    switch (kind) {
      case "missing":
      case "notADate":
      case "inTheFuture":
      case "reasonMissing":
        return { [field]: common(kind) };
      default:
        return { [field]: t(kind) };
    }
  };
}
