import type { ReactNode } from "react";
import type { Label } from "../../../shared/lib/define-record.ts";
import { SEVERITIES } from "../../../shared/records/severities.ts";
import { STATUSES } from "../../../shared/rules/incidents/status.ts";
import { useLabel } from "../../ui/i18n.ts";
import "./incidents.css";

const STATUS_TONES: Readonly<Record<string, string>> = {
  pending: "is-new",
  inProgress: "is-active",
  onHold: "is-waiting",
  resolved: "is-done",
  closed: "is-closed",
};

/** A status by its code; the word carries the meaning, the colour helps the eye. */
export function StatusTag({ status }: { readonly status: string }): ReactNode {
  return <WordTag words={STATUSES} code={status} tone={STATUS_TONES[status] ?? "is-closed"} />;
}

const SEVERITY_TONES: Readonly<Record<string, string>> = { critical: "is-critical", urgent: "is-urgent" };

export function SeverityTag({ severity }: { readonly severity: string }): ReactNode {
  if (severity === "") return null;
  return <WordTag words={SEVERITIES} code={severity} tone={SEVERITY_TONES[severity] ?? "is-plain"} />;
}

interface WordTagProps {
  readonly words: Readonly<Record<string, Label>>;
  readonly code: string;
  readonly tone: string;
}

function WordTag({ words, code, tone }: WordTagProps): ReactNode {
  const label = useLabel();
  const word = words[code];
  // A plain element: a long list draws hundreds of these a second while it scrolls.
  return <span className={`sy-tag ${tone}`}>{word === undefined ? code : label(word)}</span>;
}
