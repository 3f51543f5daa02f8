import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { formatWall } from "../../../shared/lib/instants.ts";
import { isRecordType, type Stored } from "../../../shared/records/index.ts";
import { useRecords } from "../../records/use-desk.tsx";
import { useTexts } from "../../ui/i18n.ts";
import { useMe } from "../people/use-me.ts";
import { AboutRecord, useValueText } from "./about-record.tsx";
import { conflictTexts } from "./conflicts-texts.ts";
import { DecideDialog, type Told } from "./decide-dialog.tsx";

/** What was decided, newest first, with all that stood and why. */
export function DecidedTab(): ReactNode {
  const t = useTexts(conflictTexts);
  const valueText = useValueText();
  const me = useMe((state) => state.me);
  const [open, setOpen] = useState<Stored<"decision"> | undefined>(undefined);
  const found = useRecords("decision");
  const mayDecide = me?.isNeeded !== true || me.person?.roles.includes("director") === true;
  if (found === undefined) return null;
  if (found.length === 0) return <p className="sy-quiet">{t("noDecided")}</p>;
  const newest = [...found].sort((a, b) => (a.data.decidedAt < b.data.decidedAt ? 1 : -1));
  const toldOf = ({ data }: Stored<"decision">): readonly Told[] =>
    data.versions.map(({ value = "null", author = "", desk = "", at }) => ({
      value: JSON.parse(value) as unknown,
      author,
      desk,
      at: at ?? data.decidedAt,
      words: t("wroteBy", { who: author, at: formatWall(at ?? data.decidedAt), desk }),
    }));
  const openType = open?.data.recordType ?? "";
  return (
    <>
      {newest.map((one) => {
        const { recordType: type, recordId, field, chosen, reason, decidedBy, decidedAt } = one.data;
        if (!isRecordType(type)) return null;
        return (
          <section key={one.id} className="sy-panel sy-conflict">
            <AboutRecord type={type} id={recordId} field={field} />
            <p>
              <strong>{t("chose", { value: valueText(type, field, JSON.parse(chosen)) })}</strong>
            </p>
            <p>{t("reason", { reason })}</p>
            <ul>
              {toldOf(one).map(({ value, words }) => (
                <li key={words}>
                  {valueText(type, field, value)} {words}
                </li>
              ))}
            </ul>
            <p className="sy-quiet">{t("decidedBy", { who: decidedBy, at: formatWall(decidedAt) })}</p>
            {mayDecide && <Button onClick={() => setOpen(one)}>{t("again")}</Button>}
          </section>
        );
      })}
      {open !== undefined && isRecordType(openType) && (
        <DecideDialog
          type={openType}
          id={open.data.recordId}
          field={open.data.field}
          accounts={toldOf(open)}
          stamps={undefined}
          by={me?.person?.name ?? ""}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
