import { Button } from "antd";
import type { ReactNode } from "react";
import { timeOfStamp } from "../../../shared/lib/hybrid-clock.ts";
import { formatWall } from "../../../shared/lib/instants.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import { DELETED } from "../../../shared/sync/change.ts";
import type { Refused } from "../../db/store.ts";
import { recordAddress } from "../../records/addresses.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useToast } from "../../ui/ask.ts";
import { copyText } from "../../ui/copy-text.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { AboutRecord, fieldOf, useValueText } from "./about-record.tsx";
import { conflictTexts } from "./conflicts-texts.ts";
import { refusalKey, refusalTexts } from "./refusal-words.ts";

/** What the service did not take: its text is not lost. */
export function RefusedTab({ found }: { readonly found: readonly Refused[] }): ReactNode {
  const t = useTexts(conflictTexts);
  const why = useTexts(refusalTexts);
  const label = useLabel();
  const desk = useDesk();
  const toast = useToast();
  const valueText = useValueText();
  const linesOf = ({ change }: Refused): readonly string[] => {
    const type = change.type as RecordType;
    return Object.entries(change.patch).map(([field, value]) => {
      if (field === DELETED) return t("removal");
      const definition = fieldOf(type, field);
      const name = definition === undefined ? field : label(definition.label);
      return `${name}：${value === null ? t("cleared") : valueText(type, field, value)}`;
    });
  };
  const copy = async (one: Refused): Promise<void> => {
    if (await copyText(linesOf(one).join("\n"))) toast.done(t("copied"));
    else toast.problem(t("copyFailed"));
  };
  if (found.length === 0) return <p className="sy-quiet">{t("noRefused")}</p>;
  return found.map((one) => {
    const { change, code, deskSeq, at } = one;
    const type = change.type as RecordType;
    return (
      <section key={deskSeq} className="sy-panel sy-conflict">
        <AboutRecord type={type} id={change.recordId} />
        <p role="note">{why(refusalKey(code))}</p>
        <ul>
          {linesOf(one).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        <p className="sy-quiet">
          {t("refusedAt", { at: formatWall(timeOfStamp(change.stamp).ms), heard: formatWall(at) })}
        </p>
        <Button href={`#${recordAddress(type, change.recordId)}`}>{t("open")}</Button>{" "}
        <Button onClick={() => void copy(one)}>{t("copy")}</Button>{" "}
        <Button onClick={() => void desk.conflicts.dismiss(deskSeq)}>{t("dismiss")}</Button>
      </section>
    );
  });
}
