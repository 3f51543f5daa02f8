import { Button } from "antd";
import type { ReactNode } from "react";
import type { Vendor } from "../../../../shared/records/index.ts";
import { escalationOf } from "../../../../shared/rules/incidents/escalation.ts";
import { useRecord } from "../../../records/use-desk.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import type { OnAsk } from "../card-ask.ts";
import type { IncidentFile } from "../incident-file.ts";
import { supportTexts } from "./support-texts.ts";

/** Who of the vendor's tiers has the fault, and whom to call next (checklist W02, W06). Nothing where it named none. */
export function SupportLadder(props: { readonly file: IncidentFile; readonly onAsk: OnAsk }): ReactNode {
  const { file, onAsk } = props;
  const t = useTexts(supportTexts);
  const vendor = useRecord("vendor", file.incident.data.vendorId ?? "");
  const isOpen = file.state.status !== "resolved" && file.state.status !== "closed";
  if (!vendor || (vendor.data.tiers ?? []).length === 0 || file.imported) return null;
  const { current, next } = escalationOf(vendor.data, file.lines);
  return (
    <section className="sy-panel" aria-labelledby="ladder-title">
      <div className="sy-panel-head">
        <h2 id="ladder-title">{t("ladder")}</h2>
        {isOpen && next !== undefined && (
          <Button size="small" onClick={() => onAsk({ kind: "event", event: "escalated" })}>
            {t("escalate")}
          </Button>
        )}
      </div>
      <dl className="sy-facts">
        <div>
          <dt>{t("now")}</dt>
          <dd>{current === undefined ? "—" : tierText(current)}</dd>
        </div>
        <div>
          <dt>{t("next")}</dt>
          <dd>{next === undefined ? t("top") : tierText(next)}</dd>
        </div>
      </dl>
    </section>
  );
}

function tierText({ tier, who, phone, hours }: NonNullable<Vendor["tiers"]>[number]): string {
  return [tier, who, phone, hours].filter((part) => part !== undefined && part !== "").join("　");
}
