import { Button } from "antd";
import { useState, type ReactNode } from "react";
import { formatWall, instant } from "../../../shared/lib/instants.ts";
import type { Account, ContestedField } from "../../db/contested-desk.ts";
import { useTexts } from "../../ui/i18n.ts";
import { useMe } from "../people/use-me.ts";
import { AboutRecord, useValueText } from "./about-record.tsx";
import { conflictTexts } from "./conflicts-texts.ts";
import { DecideDialog } from "./decide-dialog.tsx";
import { useAuthorNames } from "./use-conflicts.ts";

/** What stands side by side, and who may decide it. */
export function ContestedTab({ found }: { readonly found: readonly ContestedField[] }): ReactNode {
  const t = useTexts(conflictTexts);
  const valueText = useValueText();
  const nameOf = useAuthorNames();
  const me = useMe((state) => state.me);
  const [open, setOpen] = useState<ContestedField | undefined>(undefined);
  const mayDecide = me?.isNeeded !== true || me.person?.roles.includes("director") === true;
  const whoOf = ({ author }: Account): string => {
    if (author === undefined) return t("unknown");
    return author === "" ? t("unnamed") : nameOf(author);
  };
  const wordsOf = (one: Account): string =>
    t("wroteBy", { who: whoOf(one), at: formatWall(one.atMs), desk: one.desk });
  if (found.length === 0) return <p className="sy-quiet">{t("noContested")}</p>;
  return (
    <>
      {found.map((contest) => (
        <section key={`${contest.type}:${contest.id}:${contest.field}`} className="sy-panel sy-conflict">
          <AboutRecord {...contest} />
          <ul>
            {contest.accounts.map((one, at) => (
              <li key={one.stamp}>
                <strong>{valueText(contest.type, contest.field, one.value)}</strong> {wordsOf(one)}
                {at === contest.accounts.length - 1 && <em>{t("shown")}</em>}
                <div className="sy-quiet">
                  {one.saw.length === 0
                    ? t("sawNothing")
                    : t("saw", {
                        values: one.saw.map((saw) => valueText(contest.type, contest.field, saw)).join("、"),
                      })}
                </div>
              </li>
            ))}
          </ul>
          {mayDecide ? (
            <Button type="primary" onClick={() => setOpen(contest)}>
              {t("decide")}
            </Button>
          ) : (
            <span className="sy-quiet">{t("directorOnly")}</span>
          )}
        </section>
      ))}
      {open !== undefined && (
        <DecideDialog
          {...open}
          accounts={open.accounts.map((one) => ({
            value: one.value,
            author: whoOf(one),
            desk: one.desk,
            at: instant(one.atMs),
            words: wordsOf(one),
          }))}
          stamps={open.accounts.map(({ stamp }) => stamp)}
          by={me?.person?.name ?? ""}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}
