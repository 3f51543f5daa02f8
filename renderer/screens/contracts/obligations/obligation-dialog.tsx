import type { ReactNode } from "react";
import { recordChange } from "../../../../shared/commands/obligations/record-change.ts";
import { fulfil, waive, type SettleFailure } from "../../../../shared/commands/obligations/settle.ts";
import { withdrawEntry } from "../../../../shared/commands/obligations/withdraw-entry.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { choice, longText } from "../../../../shared/lib/fields.ts";
import { instant } from "../../../../shared/lib/instants.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { obligationEntry as definition } from "../../../../shared/records/obligation-entry.ts";
import { termsOf } from "../../../../shared/rules/clauses/terms.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../contract-file.ts";
import { failureTexts } from "../failure-texts.ts";
import { useStep } from "../use-step.ts";
import type { StandingObligation } from "./standing-obligations.ts";
import { obligationsTexts } from "./obligations-texts.ts";
import { dueText, settleable } from "./obligation-words.ts";

interface Common {
  readonly one: StandingObligation;
  readonly entries: readonly Stored<"obligationEntry">[];
}
export type ObligationAct =
  | (Common & { readonly verb: "fulfil" | "waive" | "change" })
  | (Common & { readonly verb: "withdraw" | "waiveChange"; readonly entry: Stored<"obligationEntry"> });

interface ObligationDialogProps {
  readonly file: ContractFile;
  readonly act: ObligationAct;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

/** What was done about an obligation; every line is only ever added. */
export function ObligationDialog(props: ObligationDialogProps): ReactNode {
  switch (props.act.verb) {
    case "fulfil":
      return <Fulfil {...props} />;
    case "waive":
    case "waiveChange":
      return <Waive {...props} />;
    case "change":
      return <Change {...props} />;
    case "withdraw":
      return <Withdraw {...props} entry={props.act.entry} />;
  }
}

const { day, noticedDate, consent, by, proof, note } = definition.fields;
const REASON = longText({ zh: "理由", en: "Reason" }, { required: true });

function Fulfil({ file, act, today, onClose }: ObligationDialogProps): ReactNode {
  const t = useTexts(obligationsTexts);
  const failureWords = useTexts(failureTexts);
  const settle = useSettle(file, act);
  const step = useStep();
  const { name } = act.one.obligation.data;
  const open = settleable(act.one.states.occurrences);
  return (
    <CommandDialog
      title={t("fulfilTitle", { name })}
      fields={{ ...(open.length === 0 ? {} : { dueDate: dueField(open) }), day, by, proof, note }}
      initial={{ day: today, ...(open[0] === undefined ? {} : { dueDate: open[0].dueDate }) }}
      saveLabel={t("fulfil")}
      onSave={async (told) => {
        const texts = { by: told.by ?? "", proof: told.proof ?? "", note: told.note ?? "" };
        const made = fulfil({ day: told.day, dueDate: told.dueDate, ...texts }, await settle());
        return step({ zh: `已履行：${name}`, en: `Fulfilled: ${name}` }, made, (failure) =>
          failureWords(failure.kind, dayOf(failure)),
        );
      }}
      onClose={onClose}
    />
  );
}

function Waive({ file, act, onClose }: ObligationDialogProps): ReactNode {
  const t = useTexts(obligationsTexts);
  const failureWords = useTexts(failureTexts);
  const settle = useSettle(file, act);
  const step = useStep();
  const { name } = act.one.obligation.data;
  const open = settleable(act.one.states.occurrences);
  const change = act.verb === "waiveChange" ? act.entry : undefined;
  const [oldest] = open;
  return (
    <CommandDialog
      title={t("waiveTitle", { name: change === undefined ? name : `${name} ${change.data.day}` })}
      fields={{ ...(change === undefined ? { dueDate: dueField(open) } : {}), reason: REASON, by }}
      initial={change === undefined && oldest !== undefined ? { dueDate: oldest.dueDate } : {}}
      saveLabel={t("waive")}
      onSave={async ({ dueDate, reason, by: who = "" }) => {
        const what = change === undefined ? { dueDate } : { aboutId: change.id };
        const made = waive({ ...what, reason, by: who }, await settle());
        return step({ zh: `免除：${name}`, en: `Waive: ${name}` }, made, (failure) =>
          failureWords(failure.kind, dayOf(failure)),
        );
      }}
      onClose={onClose}
    />
  );
}

function Change({ act, today, onClose }: ObligationDialogProps): ReactNode {
  const t = useTexts(obligationsTexts);
  const failureWords = useTexts(failureTexts);
  const desk = useDesk();
  const step = useStep();
  const { obligation } = act.one;
  const { name, needsConsent } = obligation.data;
  return (
    <CommandDialog
      title={t("changeTitle", { name })}
      fields={{ day, noticedDate, ...(needsConsent === true ? { consent } : {}), by, proof, note }}
      initial={{ day: today }}
      saveLabel={t("change")}
      onSave={async (told) => {
        const [id = ""] = await desk.newIds(1);
        const texts = { by: told.by ?? "", proof: told.proof ?? "", note: told.note ?? "" };
        const made = recordChange(
          { day: told.day, noticedDate: told.noticedDate, consent: told.consent, ...texts },
          { now: instant(Date.now()), id, obligation },
        );
        return step({ zh: `登记变更：${name}`, en: `Record a change: ${name}` }, made, (failure) => {
          const sentence = failureWords(failure.kind);
          if (failure.kind === "notADate") return { [failure.field]: sentence };
          const field = FIELD_OF_CHANGE[failure.kind];
          return field === undefined ? sentence : { [field]: sentence };
        });
      }}
      onClose={onClose}
    />
  );
}

const FIELD_OF_CHANGE: Readonly<Record<string, string>> = {
  tooFarAhead: "day",
  noticeInTheFuture: "noticedDate",
  announcedWithoutNotice: "noticedDate",
};

function Withdraw(props: ObligationDialogProps & { readonly entry: Stored<"obligationEntry"> }): ReactNode {
  const { act, entry, onClose } = props;
  const t = useTexts(obligationsTexts);
  const failureWords = useTexts(failureTexts);
  const desk = useDesk();
  const step = useStep();
  const { name } = act.one.obligation.data;
  const kind = definition.fields.kind.choices?.[entry.data.kind]?.zh ?? entry.data.kind;
  return (
    <CommandDialog
      title={t("withdrawTitle", { name })}
      fields={{ reason: REASON, by }}
      saveLabel={t("withdraw")}
      intro={<p className="sy-command-note">{t("withdrawHint", { what: `${entry.data.day} ${kind}` })}</p>}
      onSave={async ({ reason, by: who = "" }) => {
        const [id = ""] = await desk.newIds(1);
        const made = withdrawEntry(
          { entryId: entry.id, by: who, reason },
          { now: instant(Date.now()), id, entries: act.entries },
        );
        return step({ zh: `撤回：${name}`, en: `Withdraw: ${name}` }, made, ({ kind: why }) =>
          failureWords(why),
        );
      }}
      onClose={onClose}
    />
  );
}

function dueField(open: ReturnType<typeof settleable>) {
  const options = Object.fromEntries(
    open.map((one) => [one.dueDate, { zh: dueText(one), en: dueText(one) }]),
  );
  return choice({ zh: "哪一期", en: "Which one" }, options, { required: true });
}

function useSettle(file: ContractFile, act: ObligationAct) {
  const desk = useDesk();
  return async () => {
    const [id = ""] = await desk.newIds(1);
    return {
      now: instant(Date.now()),
      id,
      obligation: act.one.obligation,
      entries: act.entries,
      contractTerms: termsOf(file.contract, file.terms),
    };
  };
}

function dayOf(failure: SettleFailure): Readonly<Record<string, string>> {
  return failure.kind === "alreadySettled" ? { date: failure.day } : {};
}
