import type { ReactNode } from "react";
import {
  extendTerm,
  gapBefore,
  lastDate,
  renewContract,
  terminateContract,
  type TermFailure,
} from "../../../../shared/commands/contracts/change-term.ts";
import { lastDayOfTerm, proposedNoticeDate } from "../../../../shared/commands/contracts/term-dates.ts";
import { addDays, type CalendarDate } from "../../../../shared/lib/dates.ts";
import { term as definition } from "../../../../shared/records/term.ts";
import type { Term } from "../../../../shared/records/index.ts";
import { termsOf } from "../../../../shared/rules/clauses/terms.ts";
import { yearlyFee } from "../../../../shared/rules/fees/contract-prices.ts";
import { CommandDialog, type Refusal } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import { yuanText } from "../../../ui/money.ts";
import type { ContractFile } from "../contract-file.ts";
import { failureTexts } from "../failure-texts.ts";
import { fieldRefusal } from "../field-refusal.ts";
import { useStep } from "../use-step.ts";
import { riseOf } from "./rise.ts";
import { termTexts } from "./term-texts.ts";

export type TermVerb = "renew" | "extend" | "terminate";

interface TermDialogProps {
  readonly verb: TermVerb;
  readonly file: ContractFile;
  readonly today: CalendarDate;
  readonly onClose: () => void;
}

/** Renews, extends or ends a contract, with who decided it. What the last term suggests stands already. */
export function TermDialog({ verb, file, today, onClose }: TermDialogProps): ReactNode {
  const t = useTexts(termTexts);
  const last = lastDate(file);
  const save = useTermVerb(verb, file, today);
  // An extension often has no price of its own.
  const before = termsOf(file.contract, file.terms).findLast(
    ({ amountFen: fen }) => fen !== undefined,
  )?.amountFen;
  return (
    <CommandDialog
      title={`${t(verb)}：${file.contract.data.title}`}
      fields={FIELDS[verb]}
      initial={initialOf(verb, file, today, before)}
      saveLabel={t(verb)}
      danger={verb === "terminate"}
      intro={<p className="sy-command-note">{t(`${verb}Hint`, { date: last })}</p>}
      outcome={(values) =>
        verb === "terminate" ? null : <Outcome file={file} values={values} before={before} verb={verb} />
      }
      onSave={save}
      onClose={onClose}
    />
  );
}

const { startDate, endDate, noticeDate, amountFen, decidedDate, decidedBy, proof, note } = definition.fields;
const DECISION = { decidedDate, decidedBy, proof, note };
const FIELDS = {
  renew: { startDate, endDate, noticeDate, amountFen, ...DECISION },
  extend: { endDate, noticeDate, amountFen, ...DECISION },
  terminate: { endDate, ...DECISION },
} as const;

function initialOf(
  verb: TermVerb,
  { contract, terms }: ContractFile,
  today: CalendarDate,
  before: number | undefined,
): Partial<Term> {
  const decided = { decidedDate: today };
  if (verb !== "renew") return decided;
  const start = addDays(lastDate({ contract, terms }), 1);
  const end = lastDayOfTerm(start, 12);
  const amount = yearlyFee(contract.data) ?? before;
  return {
    ...decided,
    startDate: start,
    endDate: end,
    noticeDate: proposedNoticeDate(end),
    ...(amount === undefined ? {} : { amountFen: amount }),
  };
}

function Outcome(props: {
  readonly file: ContractFile;
  readonly values: Partial<Term>;
  readonly before: number | undefined;
  readonly verb: TermVerb;
}): ReactNode {
  const t = useTexts(termTexts);
  const { contract, terms } = props.file;
  const { systemPriceFen = 0, renewalPermille = 0 } = contract.data;
  const fee = yearlyFee(contract.data);
  const gap = props.values.startDate === undefined ? 0 : gapBefore(props.values.startDate, contract, terms);
  const rise = riseOf(props.values.amountFen, props.before);
  return (
    <>
      {props.verb === "renew" && fee !== undefined && (
        <p className="sy-command-note">
          {t("proposal", { price: yuanText(systemPriceFen), permille: renewalPermille, fee: yuanText(fee) })}
        </p>
      )}
      {props.verb === "renew" && fee === undefined && props.before !== undefined && (
        <p className="sy-command-note">{t("sameAsBefore")}</p>
      )}
      {rise !== undefined && <p className="sy-command-note">{t("rise", rise)}</p>}
      {gap > 0 && <p className="sy-command-note is-warning">{t("gap", { days: gap })}</p>}
    </>
  );
}

type Told = Partial<Term>;

function useTermVerb(
  verb: TermVerb,
  file: ContractFile,
  today: CalendarDate,
): (told: Told) => Promise<Refusal | undefined> {
  const t = useTexts(failureTexts);
  const desk = useDesk();
  const step = useStep();
  return async (told) => {
    const [id = ""] = await desk.newIds(1);
    const context = { id, contract: file.contract, terms: file.terms, today };
    const renewal = {
      startDate: told.startDate ?? "",
      endDate: told.endDate ?? "",
      noticeDate: told.noticeDate,
      amountFen: told.amountFen,
      decidedDate: told.decidedDate ?? "",
      decidedBy: told.decidedBy ?? "",
      proof: told.proof ?? "",
      note: told.note ?? "",
    };
    const { title } = file.contract.data;
    const words = {
      renew: ["续约", "Renew"],
      extend: ["延期", "Extend"],
      terminate: ["提前终止", "End early"],
    } as const;
    const [zh, en] = words[verb];
    const made = COMMANDS[verb](renewal, context);
    return step({ zh: `${zh} ${title}`, en: `${en}: ${title}` }, made, (failures) =>
      fieldRefusal(failures, t, dateOf),
    );
  };
}

const COMMANDS = { renew: renewContract, extend: extendTerm, terminate: terminateContract } as const;

function dateOf(failure: TermFailure): Readonly<Record<string, string>> {
  if ("endDate" in failure) return { date: failure.endDate };
  return "startDate" in failure ? { date: failure.startDate } : {};
}
