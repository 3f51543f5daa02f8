import {
  ClockCircleOutlined,
  ExclamationCircleFilled,
  InfoCircleOutlined,
  WarningFilled,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import type { Urgency } from "../../../shared/rules/alerts/alert.ts";
import { useLabel } from "../../ui/i18n.ts";

const MARKS: Readonly<Record<Urgency, { icon: ReactNode; tone: string; zh: string; en: string }>> = {
  urgent: {
    icon: <WarningFilled aria-hidden />,
    tone: "is-danger",
    zh: "紧急超时",
    en: "Urgent and overdue",
  },
  overdue: { icon: <ExclamationCircleFilled aria-hidden />, tone: "is-danger", zh: "已超期", en: "Overdue" },
  soon: { icon: <ClockCircleOutlined aria-hidden />, tone: "is-warning", zh: "临近", en: "Soon" },
  early: { icon: <InfoCircleOutlined aria-hidden />, tone: "is-quiet", zh: "预告", en: "Early" },
};

/** How much an alert presses: a sign and a colour, and the word for who cannot see them. */
export function AlertMark({ urgency }: { readonly urgency: Urgency }): ReactNode {
  const label = useLabel();
  const mark = MARKS[urgency];
  return (
    <span className={`sy-clock ${mark.tone}`} title={label(mark)}>
      {mark.icon}
      <span className="sy-offscreen">{label(mark)}</span>
    </span>
  );
}
