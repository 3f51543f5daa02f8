import {
  CheckCircleFilled,
  ClockCircleOutlined,
  ExclamationCircleFilled,
  MinusCircleOutlined,
  PauseCircleOutlined,
  QuestionCircleOutlined,
} from "@ant-design/icons";
import type { ReactNode } from "react";
import type { ClauseClock } from "../../../shared/rules/clauses/clause-clock.ts";
import { useClockWords } from "./clock-words.ts";
import "./incidents.css";

const ICONS: Readonly<Record<ClauseClock["state"], ReactNode>> = {
  running: <ClockCircleOutlined aria-hidden />,
  paused: <PauseCircleOutlined aria-hidden />,
  met: <CheckCircleFilled aria-hidden />,
  breached: <ExclamationCircleFilled aria-hidden />,
  notStarted: <MinusCircleOutlined aria-hidden />,
  contested: <QuestionCircleOutlined aria-hidden />,
  unknown: <QuestionCircleOutlined aria-hidden />,
};

/** Where a clock stands: sign, words and colour together, never colour alone. */
export function ClockMark({ clock }: { readonly clock: ClauseClock }): ReactNode {
  const { text, tone } = useClockWords()(clock);
  return (
    <span className={`sy-clock is-${tone}`}>
      {ICONS[clock.state]} {text}
    </span>
  );
}
