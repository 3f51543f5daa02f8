import { CheckCircleFilled } from "@ant-design/icons";
import type { ReactNode } from "react";
import { formatWall, type Instant } from "../../../shared/lib/instants.ts";
import type { IncidentState } from "../../../shared/rules/incidents/state.ts";
import { useTexts } from "../../ui/i18n.ts";
import { cardTexts } from "./card-texts.ts";

/** The steps of an incident with their times, those still to come in outline. */
export function Milestones({ state }: { readonly state: IncidentState }): ReactNode {
  const t = useTexts(cardTexts);
  const steps: readonly (readonly [keyof typeof cardTexts.keys, Instant | undefined])[] = [
    ["reported", state.reportedAt],
    ["acknowledged", state.acknowledgedAt],
    ["arrived", state.arrivedAt],
    ...(state.workedAroundAt === undefined ? [] : [["workedAround", state.workedAroundAt] as const]),
    ["resolved", state.resolvedAt],
    ["signedOff", state.signedOffAt],
  ];
  return (
    <>
      <ol className="sy-milestones" aria-label={t("milestones")}>
        {steps.map(([step, at]) => (
          <li key={step} className={at === undefined ? "is-coming" : "is-reached"}>
            <span>
              {at !== undefined && <CheckCircleFilled aria-hidden />} {t(step)}
            </span>
            <time {...(at === undefined ? {} : { dateTime: at })}>
              {at === undefined ? "—" : formatWall(at)}
            </time>
          </li>
        ))}
      </ol>
      {state.reopened && state.firstResolvedAt !== undefined && (
        <p className="sy-quiet">{t("firstResolved", { at: formatWall(state.firstResolvedAt) })}</p>
      )}
    </>
  );
}
