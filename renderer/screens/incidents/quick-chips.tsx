import { Tag } from "antd";
import type { ReactNode } from "react";
import type { QuickEntry, QuickQuestion } from "../../../shared/commands/quick-entry/types.ts";
import { formatWall } from "../../../shared/lib/instants.ts";
import type { Choices } from "../../../shared/lib/fields.ts";
import { CHANNELS } from "../../../shared/records/channels.ts";
import { incident } from "../../../shared/records/incident.ts";
import { SEVERITIES } from "../../../shared/records/severities.ts";
import { useRecord } from "../../records/use-desk.tsx";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { listTexts } from "./list-texts.ts";
import { quickTexts } from "./quick-texts.ts";

/** Which words of the line became what, and what the form will ask. */
export function QuickChips({ entry }: { readonly entry: QuickEntry }): ReactNode {
  const t = useTexts(quickTexts);
  const words = useTexts(listTexts);
  const label = useLabel();
  const question = useQuestionWords();
  const { draft, pieces } = entry;
  const system = useRecord("system", draft.systemId ?? "");
  const vendor = useRecord("vendor", draft.vendorId ?? "");
  const { fields } = incident;
  const named = (choices: Choices, code: string | undefined): string | undefined => {
    const choice = code === undefined ? undefined : choices[code];
    return choice === undefined ? undefined : label(choice);
  };
  const isVendorNamed = pieces.some(({ field }) => field === "vendorId");
  const at = draft.reportedAt === undefined ? undefined : formatWall(draft.reportedAt);
  const isTimed = pieces.some(({ field }) => field === "reportedAt");
  const chips: readonly (readonly [string, string | undefined])[] = [
    [t("title"), draft.title === "" ? undefined : draft.title],
    [label(fields.systemId.label), system?.data.name],
    [
      label(fields.vendorId.label),
      vendor === null || vendor === undefined
        ? undefined
        : `${vendor.data.name}${isVendorNamed ? "" : `（${t("vendorOfSystem")}）`}`,
    ],
    [words("reportedAt"), at && `${at}${isTimed ? "" : `（${t("now")}）`}`],
    [label(fields.severity.label), named(SEVERITIES, draft.severity)],
    [label(fields.department.label), draft.department],
    [label(fields.reporter.label), draft.reporter],
    [label(fields.phone.label), draft.phone],
    [label(fields.channel.label), named(CHANNELS, draft.channel)],
  ];
  return (
    <div className="sy-quick-chips" role="status">
      {chips.map(
        ([name, value]) =>
          value !== undefined && (
            <Tag key={name} className="sy-tag is-active">
              <span className="sy-quiet">{name}</span> {value}
            </Tag>
          ),
      )}
      {entry.questions.map((asked, at) => (
        <Tag key={at} className="sy-tag is-waiting">
          {question(asked)}
        </Tag>
      ))}
    </div>
  );
}

/** What the line leaves open, as a question. */
export function useQuestionWords(): (question: QuickQuestion) => string {
  const t = useTexts(quickTexts);
  return (question) => {
    switch (question.kind) {
      case "titleMissing":
        return t("titleMissing");
      case "timeOfDayMissing":
      case "inTheFuture":
        return t(question.kind, { words: question.words });
      case "ambiguous":
        return t("ambiguous", { words: question.words, names: question.names.join("、") });
    }
  };
}
