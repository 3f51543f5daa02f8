import { PrinterOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import type { ReactNode } from "react";
import { EVENT_KINDS, type EventKind } from "../../../shared/records/event-kinds.ts";
import type { IncidentState } from "../../../shared/rules/incidents/state.ts";
import { recordAddress } from "../../records/addresses.ts";
import { useRecord } from "../../records/use-desk.tsx";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import type { OnAsk } from "./card-ask.ts";
import { cardTexts } from "./card-texts.ts";
import { go, paperAddress } from "./go.ts";
import type { IncidentFile } from "./incident-file.ts";
import { severityTexts } from "./severity/severity-texts.ts";
import { SeverityTag, StatusTag } from "./tags.tsx";

interface IncidentHeadProps {
  readonly file: IncidentFile;
  readonly onAsk: OnAsk;
}

/** Number, title, where it stands, who is responsible, and the next steps as buttons. */
export function IncidentHead({ file, onAsk }: IncidentHeadProps): ReactNode {
  const t = useTexts(cardTexts);
  const severity = useTexts(severityTexts);
  const label = useLabel();
  const { incident, state } = file;
  const { data } = incident;
  const onAdd = (event: EventKind): void => onAsk({ kind: "event", event });
  const isOpen = state.status !== "resolved" && state.status !== "closed";
  const [next, ...others] = nextSteps(state);
  const rest = OTHER_STEPS[state.status].filter((kind) => kind !== next && !others.includes(kind));
  return (
    <header className="sy-card-head">
      <div className="sy-card-title">
        <a href="#/incidents">{t("back")}</a>
        <h1>{data.title}</h1>
        <div className="sy-card-tags">
          <span className="sy-card-number">{data.number}</span>
          <StatusTag status={state.status} />
          <SeverityTag severity={state.severity ?? ""} />
          <RecordLink type="system" id={data.systemId} none={t("noSystem")} />
          <RecordLink type="vendor" id={data.vendorId} none={t("noVendor")} />
        </div>
      </div>
      <div className="sy-card-buttons">
        {next !== undefined && (
          <Button type="primary" onClick={() => onAdd(next)}>
            {label(EVENT_KINDS[next])}
          </Button>
        )}
        {others.map((kind) => (
          <Button key={kind} onClick={() => onAdd(kind)}>
            {label(EVENT_KINDS[kind])}
          </Button>
        ))}
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              ...rest.map((kind) => ({ key: kind, label: label(EVENT_KINDS[kind]) })),
              { type: "divider" },
              ...(isOpen ? [{ key: "severity", label: severity("change") }] : []),
              { key: "edit", label: t("edit") },
            ],
            onClick: ({ key }) =>
              key === "edit" || key === "severity" ? onAsk({ kind: key }) : onAdd(key as EventKind),
          }}
        >
          <Button>{t("more")}</Button>
        </Dropdown>
        <Button icon={<PrinterOutlined aria-hidden />} onClick={() => go(paperAddress("F04", incident.id))}>
          {t("printF04")}
        </Button>
        <Button onClick={() => go(paperAddress("F05", incident.id))}>{t("printF05")}</Button>
        {state.planSubmittedAt !== undefined && (
          <Button onClick={() => go(paperAddress("F12", incident.id))}>{t("printF12")}</Button>
        )}
      </div>
    </header>
  );
}

/** What usually comes next, the likeliest first. */
function nextSteps(state: IncidentState): EventKind[] {
  switch (state.status) {
    case "pending":
      return ["acknowledged", "arrived", "resolved"];
    case "inProgress":
      return [
        ...(state.acknowledgedAt === undefined ? ["acknowledged" as const] : []),
        ...(state.arrivedAt === undefined ? ["arrived" as const] : []),
        "resolved",
      ];
    case "onHold":
      return ["resumed", "resolved"];
    case "resolved":
      return ["signedOff", "refused", "reopened"];
    case "closed":
      return ["reopened"];
  }
}

const WORKING: readonly EventKind[] = [
  "replied",
  "planSubmitted",
  "planConfirmed",
  "workedAround",
  "paused",
  "note",
];
const OTHER_STEPS: Readonly<Record<IncidentState["status"], readonly EventKind[]>> = {
  pending: WORKING,
  inProgress: WORKING,
  onHold: ["replied", "planSubmitted", "planConfirmed", "arrived", "note"],
  resolved: ["note"],
  closed: ["note"],
};

function RecordLink(props: {
  readonly type: "system" | "vendor";
  readonly id: string | undefined;
  readonly none: string;
}): ReactNode {
  const record = useRecord(props.type, props.id ?? "");
  if (props.id === undefined) return <span className="sy-quiet">{props.none}</span>;
  return <a href={`#${recordAddress(props.type, props.id)}`}>{record?.data.name ?? "…"}</a>;
}
