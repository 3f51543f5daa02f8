import { DownOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import type { ReactNode } from "react";
import type { BreachStep } from "../../../../shared/commands/incidents/issue-breach.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { useTexts } from "../../../ui/i18n.ts";
import type { OnAsk } from "../card-ask.ts";
import { paperAddress } from "../go.ts";
import { useToday } from "../use-minute.ts";
import { breachState, nextBreachSteps, type BreachState } from "./breach-state.ts";
import { breachTexts } from "./breach-texts.ts";

interface BreachPanelProps {
  readonly breaches: readonly Stored<"breach">[];
  readonly verdicts: readonly Stored<"verdict">[];
  readonly onAsk: OnAsk;
}

/** The breach sheets of an incident: where each stands, until when the vendor may object, and what is next. */
export function BreachPanel({ breaches, verdicts, onAsk }: BreachPanelProps): ReactNode {
  const t = useTexts(breachTexts);
  if (breaches.length === 0) return null;
  return (
    <section className="sy-panel" aria-labelledby="breaches-title">
      <h2 id="breaches-title">{t("panel")}</h2>
      <table className="sy-table">
        <thead>
          <tr>
            <th scope="col">{t("number")}</th>
            <th scope="col">{t("clause")}</th>
            <th scope="col">{t("state")}</th>
            <th scope="col">{t("deadline")}</th>
            <th aria-label={t("record")} />
          </tr>
        </thead>
        <tbody>
          {breaches.map((breach) => (
            <BreachRow
              key={breach.id}
              breach={breach}
              clause={verdicts.find(({ id }) => id === breach.data.verdictId)?.data.clauseName ?? ""}
              onAsk={onAsk}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
}

const TONES: Readonly<Record<BreachState, string>> = {
  issued: "is-new",
  delivered: "is-active",
  signed: "is-done",
  objected: "is-waiting",
  settled: "is-done",
  withdrawn: "is-closed",
};

function BreachRow(props: {
  readonly breach: Stored<"breach">;
  readonly clause: string;
  readonly onAsk: OnAsk;
}): ReactNode {
  const { breach, clause, onAsk } = props;
  const t = useTexts(breachTexts);
  const today = useToday();
  const { data } = breach;
  const { state, since } = breachState(data);
  const steps = nextBreachSteps(data);
  const isPassed = data.objectBy < today && (state === "issued" || state === "delivered");
  const address = `#${paperAddress("WY01", breach.id)}`;
  return (
    <tr>
      <td>
        <a href={address}>{data.number}</a>
      </td>
      <td>{clause}</td>
      <td>
        <span className={`sy-tag ${TONES[state]}`}>
          {since === undefined ? t(state) : t("on", { state: t(state), date: since })}
        </span>
        {data.signedBy !== undefined && <div className="sy-quiet">{data.signedBy}</div>}
        {data.objection !== undefined && <div className="sy-quiet">{data.objection}</div>}
        {data.settlement !== undefined && <div className="sy-quiet">{data.settlement}</div>}
      </td>
      <td>
        {data.objectBy}
        {isPassed && ` ${t("passed")}`}
      </td>
      <td>
        <a href={address}>{t("print")}</a>{" "}
        {steps.length > 0 && (
          <Dropdown
            trigger={["click"]}
            menu={{
              items: steps.map((key) => ({ key, label: t(`step${key}`), danger: key === "withdrawn" })),
              onClick: ({ key }) => onAsk({ kind: "breachStep", breach, step: key as BreachStep["kind"] }),
            }}
          >
            <Button size="small" icon={<DownOutlined aria-hidden />} iconPlacement="end">
              {t("record")}
            </Button>
          </Dropdown>
        )}
      </td>
    </tr>
  );
}
