import { Button, Dropdown } from "antd";
import type { ReactNode } from "react";
import { dispatchAgreement } from "../../../../shared/commands/agreements/agreement-steps.ts";
import { dateOf, instant } from "../../../../shared/lib/instants.ts";
import type { Agreement, Stored } from "../../../../shared/records/index.ts";
import { recordAddress } from "../../../records/addresses.ts";
import { useToast } from "../../../ui/ask.ts";
import { useTexts } from "../../../ui/i18n.ts";
import { yuanText } from "../../../ui/money.ts";
import { useStep } from "../use-step.ts";
import type { AgreementAct, AgreementVerb } from "./agreement-dialogs.tsx";
import {
  agreementState,
  costOf,
  type AgreementState,
} from "../../../../shared/rules/fees/agreement-state.ts";
import { useAgreementRefusal } from "./agreement-refusal.ts";
import { agreementsTexts } from "./agreements-texts.ts";

interface AgreementRowProps {
  readonly agreement: Stored<"agreement">;
  readonly onAct: (act: AgreementAct) => void;
}

const TONES: Readonly<Record<AgreementState, string>> = {
  quoted: "is-waiting",
  signed: "is-active",
  dispatched: "is-active",
  onSite: "is-active",
  done: "is-done",
  withdrawn: "is-closed",
};

/** One agreement with its next step as a button; the rest under the menu. */
export function AgreementRow({ agreement, onAct }: AgreementRowProps): ReactNode {
  const t = useTexts(agreementsTexts);
  const dispatch = useDispatch(agreement);
  const { id, data } = agreement;
  const state = agreementState(data);
  const cost = costOf(data);
  const form = data.kind === "visit" ? "F10" : "F11";
  const isOver = state === "done" || state === "withdrawn";
  const verb = nextVerb(data, state);
  return (
    <tr className={state === "withdrawn" ? "is-past" : undefined}>
      <td className="is-date">
        <a href={`#${recordAddress("agreement", id)}`}>{data.number}</a>
      </td>
      <td>{data.subject}</td>
      <td className="is-number">
        {cost === undefined ? "" : yuanText(cost.fen)}
        {data.kind === "visit" && cost !== undefined && (
          <div className="sy-quiet">
            {t(cost.isFinal ? "final" : "estimate")}
            {cost.isFinal && cost.days !== undefined && `：${t("finalFee", { days: cost.days })}`}
          </div>
        )}
      </td>
      <td>
        <span className={`sy-tag ${TONES[state]}`}>{t(state)}</span>
        <div className="sy-quiet">{stepsText(data, t)}</div>
      </td>
      <td>
        <div className="sy-contract-buttons is-end">
          {verb !== undefined && (
            <Button size="small" type="primary" onClick={() => onAct({ verb, agreement })}>
              {t(verb)}…
            </Button>
          )}
          {data.dispatchedAt === undefined && !isOver && (
            <Button
              size="small"
              type={state === "signed" ? "primary" : "default"}
              onClick={() => void dispatch()}
            >
              {t("dispatch")}
            </Button>
          )}
          <Button size="small" href={`#/paper/${form}/${id}`}>
            {t("print", { form })}
          </Button>
          {!isOver && (
            <Dropdown
              trigger={["click"]}
              menu={{
                items: [{ key: "withdraw", label: `${t("withdraw")}…`, danger: true }],
                onClick: () => onAct({ verb: "withdraw", agreement }),
              }}
            >
              <Button size="small" aria-label={`${t("withdraw")} ${data.subject}`}>
                …
              </Button>
            </Dropdown>
          )}
        </div>
      </td>
    </tr>
  );
}

function nextVerb(data: Agreement, state: AgreementState): AgreementVerb | undefined {
  switch (state) {
    case "quoted":
      return "sign";
    case "dispatched":
    case "onSite":
      return data.kind === "visit" ? "arrive" : "accept";
    default:
      return undefined;
  }
}

/** Nobody is sent before the stamped copy is here; the refusal says what to do (checklist F10). */
function useDispatch(agreement: Stored<"agreement">): () => Promise<void> {
  const { subject } = agreement.data;
  const refusalOf = useAgreementRefusal();
  const toast = useToast();
  const step = useStep();
  return async () => {
    const made = dispatchAgreement(agreement, instant(Date.now()));
    const refusal = await step({ zh: `派出：${subject}`, en: `Dispatch: ${subject}` }, made, refusalOf);
    if (typeof refusal === "string") toast.problem(refusal);
  };
}

type Words = ReturnType<typeof useTexts<keyof typeof agreementsTexts.keys>>;

function stepsText(data: Agreement, t: Words): string {
  const { quotedDate, signedDate, signedBy = "", dispatchedAt, arrivedDate, leftDate, acceptedDate } = data;
  const steps = [t("quotedOn", { date: quotedDate })];
  if (signedDate !== undefined) steps.push(t("signedOn", { date: signedDate, by: signedBy }).trim());
  if (dispatchedAt !== undefined) steps.push(t("dispatchedOn", { date: dateOf(Date.parse(dispatchedAt)) }));
  if (arrivedDate !== undefined) {
    steps.push(
      leftDate === undefined
        ? t("arrivedOn", { date: arrivedDate })
        : t("stay", { from: arrivedDate, to: leftDate }),
    );
  }
  if (acceptedDate !== undefined) steps.push(t("acceptedOn", { date: acceptedDate }));
  return steps.join(" · ");
}
