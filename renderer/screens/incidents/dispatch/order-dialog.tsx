import { useMemo, type ReactNode } from "react";
import { orderVisit } from "../../../../shared/commands/visits/visit-steps.ts";
import type { Label } from "../../../../shared/lib/define-record.ts";
import { choice } from "../../../../shared/lib/fields.ts";
import { instant } from "../../../../shared/lib/instants.ts";
import { must } from "../../../../shared/lib/must.ts";
import { visit as definition } from "../../../../shared/records/visit.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import type { ContractFile } from "../../contracts/contract-file.ts";
import { failureTexts } from "../../contracts/failure-texts.ts";
import { useStep } from "../../contracts/use-step.ts";
import type { StandingEntitlement } from "../../contracts/visits/standing-entitlements.ts";
import { visitsTexts } from "../../contracts/visits/visits-texts.ts";
import type { IncidentFile } from "../incident-file.ts";
import { useToday } from "../use-minute.ts";
import { dispatchPlan } from "./dispatch-plan.ts";
import { dispatchTexts } from "./dispatch-texts.ts";
import { useBalanceWords } from "./use-balance-words.ts";

interface OrderDialogProps {
  readonly file: IncidentFile;
  readonly contractFile: ContractFile;
  readonly onClose: () => void;
}

/** Orders a visit for a fault on what the contract grants: what is left is said first (checklist F08). */
export function OrderDialog({ file, contractFile, onClose }: OrderDialogProps): ReactNode {
  const t = useTexts(dispatchTexts);
  const visits = useTexts(visitsTexts);
  const common = useTexts(failureTexts);
  const balanceWords = useBalanceWords();
  const desk = useDesk();
  const step = useStep();
  const today = useToday();
  const { grants, usable } = dispatchPlan("covered", contractFile, today);
  const ids = usable.map(({ entitlement }) => entitlement.id).join();
  // The words of a choice do not change while somebody chooses.
  // eslint-disable-next-line react-hooks/exhaustive-deps
  const fields = useMemo(() => fieldsFor(usable), [ids]);
  const { number, title } = file.incident.data;
  return (
    <CommandDialog
      title={t("orderTitle", { number })}
      fields={fields}
      initial={{
        ...(usable[0] === undefined ? {} : { grant: usable[0].entitlement.id }),
        subject: title,
        plannedDate: today,
      }}
      saveLabel={visits("order")}
      intro={
        <ul className="sy-command-note">
          {grants.map((grant) => (
            <li key={grant.entitlement.id}>{balanceWords(grant)}</li>
          ))}
        </ul>
      }
      onSave={async ({ grant, subject, plannedDate, engineer = "" }) => {
        const { entitlement, balanceOn } = must(
          usable.find((one) => one.entitlement.id === grant),
          "what was chosen is one of the choices",
        );
        const [visitId = "", entryId = ""] = await desk.newIds(2);
        const made = orderVisit(
          { subject, plannedDate, engineer, by: await desk.author(), incidentId: file.incident.id },
          {
            visitId,
            entryId,
            now: instant(Date.now()),
            contract: contractFile.contract,
            entitlement,
            balanceOn,
          },
        );
        return step(
          { zh: `预约上门：${number}`, en: `Order a visit: ${number}` },
          made,
          ({ field, kind }) => {
            const isCommon =
              kind === "missing" || kind === "notADate" || kind === "inTheFuture" || kind === "reasonMissing";
            return { [field]: isCommon ? common(kind) : visits(kind) };
          },
        );
      }}
      onClose={onClose}
    />
  );
}

function fieldsFor(usable: readonly StandingEntitlement[]) {
  const { subject, plannedDate, engineer } = definition.fields;
  const choices: Record<string, Label> = {};
  for (const { entitlement } of usable) {
    const { name } = entitlement.data;
    choices[entitlement.id] = { zh: name, en: name };
  }
  return {
    grant: choice({ zh: "使用权益", en: "Uses" }, choices, { required: true }),
    plannedDate,
    subject,
    engineer,
  } as const;
}
