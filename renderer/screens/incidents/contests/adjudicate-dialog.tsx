import { useMemo, type ReactNode } from "react";
import { adjudicate, type AdjudicateFailure } from "../../../../shared/commands/incidents/adjudicate.ts";
import type { Label } from "../../../../shared/lib/define-record.ts";
import { choice, instantField, longText, text } from "../../../../shared/lib/fields.ts";
import { formatWall, instant, type Instant } from "../../../../shared/lib/instants.ts";
import { EVENT_KINDS, type EventKind } from "../../../../shared/records/event-kinds.ts";
import { CommandDialog, type Refusal } from "../../../records/command-dialog.tsx";
import { useDesk } from "../../../records/use-desk.tsx";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { useStep } from "../../contracts/use-step.ts";
import type { IncidentFile } from "../incident-file.ts";
import { notBeforeInItsMinute } from "../told-minute.ts";
import { contestTexts } from "./contest-texts.ts";
import { accountsOf } from "./contests.ts";

interface AdjudicateDialogProps {
  readonly file: IncidentFile;
  readonly about: EventKind;
  /** The time of a line that somebody wants to correct. */
  readonly at: Instant | undefined;
  readonly onClose: () => void;
}

const OTHER = "other";

/** Decides when a step happened: one of the accounts, or another time, with a reason and a name. */
export function AdjudicateDialog({ file, about, at, onClose }: AdjudicateDialogProps): ReactNode {
  const t = useTexts(contestTexts);
  const label = useLabel();
  const desk = useDesk();
  const step = useStep();
  const accounts = useMemo(() => accountsOf(about, file), [about, file]);
  const fields = useMemo(
    () =>
      fieldsFor(
        accounts.map(({ id, data }) => [
          id,
          `${formatWall(data.at)}${data.by === undefined ? "" : ` ${data.by}`}`,
        ]),
      ),
    [accounts],
  );
  const { id: incidentId, data } = file.incident;
  const event = EVENT_KINDS[about];
  return (
    <CommandDialog
      title={t("title", { event: label(event) })}
      fields={fields}
      initial={at === undefined ? {} : { account: OTHER, aboutAt: at }}
      intro={<p className="sy-command-note">{t("intro")}</p>}
      onSave={async ({ account, aboutAt, reason, by, proof = "" }) => {
        const chosen = accounts.find(({ id }) => id === account)?.data.at;
        if (chosen === undefined && aboutAt === undefined) return { aboutAt: t("otherMissing") };
        if (chosen !== undefined && aboutAt !== undefined) return { aboutAt: t("otherUnused") };
        const told = chosen ?? notBeforeInItsMinute(aboutAt ?? "", file.state.reportedAt);
        const [id = ""] = await desk.newIds(1);
        const made = adjudicate(
          { incidentId, aboutKind: about, aboutAt: told, reason, by, proof },
          { now: instant(Date.now()), id, events: file.lines },
        );
        const words: Label = {
          zh: `裁定${event.zh}时间：${data.number}`,
          en: `${event.en} adjudicated: ${data.number}`,
        };
        return step(words, made, (failure) => refusalOf(failure, t));
      }}
      onClose={onClose}
    />
  );
}

function fieldsFor(accounts: readonly (readonly [id: string, words: string])[]) {
  const choices: Record<string, Label> = {};
  for (const [id, words] of accounts) choices[id] = { zh: words, en: words };
  choices[OTHER] = { zh: "另定时间", en: "Another time" };
  return {
    account: choice({ zh: "采用", en: "Take" }, choices, { required: true }),
    aboutAt: instantField({ zh: "另定时间", en: "Another time" }),
    reason: longText({ zh: "裁定理由", en: "Reason" }, { required: true }),
    by: text({ zh: "裁定人", en: "Decided by" }, { required: true }),
    proof: text({ zh: "凭证", en: "Proof" }),
  } as const;
}

function refusalOf(
  failure: AdjudicateFailure,
  t: (key: keyof typeof contestTexts.keys, values?: Readonly<Record<string, string>>) => string,
): Refusal {
  switch (failure.kind) {
    case "beforeReport":
      return { aboutAt: t("beforeReport", { at: formatWall(failure.reportedAt) }) };
    case "notATime":
    case "inTheFuture":
      return { aboutAt: t(failure.kind) };
    case "reasonMissing":
      return { reason: t(failure.kind) };
    case "deciderMissing":
      return { by: t(failure.kind) };
    case "neverTold":
      return t(failure.kind);
  }
}
