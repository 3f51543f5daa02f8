import { Button } from "antd";
import type { ReactNode } from "react";
import { formatWall } from "../../../../shared/lib/instants.ts";
import { entitlementEntry as definition } from "../../../../shared/records/entitlement-entry.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { standingEntries, unitsOf } from "../../../../shared/rules/entitlements/ledger.ts";
import { visitsTexts } from "./visits-texts.ts";

interface LedgerLinesProps {
  readonly entitlement: Stored<"entitlement">;
  readonly entries: readonly Stored<"entitlementEntry">[];
  readonly visits: readonly Stored<"visit">[];
  readonly onReverse: (entry: Stored<"entitlementEntry">) => void;
}

/** Every line, the newest first; those taken back are struck through. */
export function LedgerLines({ entitlement, entries, visits, onReverse }: LedgerLinesProps): ReactNode {
  const t = useTexts(visitsTexts);
  const label = useLabel();
  const reversed = new Set(entries.flatMap(({ data }) => (data.kind === "reversed" ? [data.aboutId] : [])));
  const standing = new Set(standingEntries(entries));
  if (entries.length === 0) return <p className="sy-quiet sy-ledger">{t("noLedger")}</p>;
  const newest = [...entries].sort((a, b) => (a.data.recordedAt < b.data.recordedAt ? 1 : -1));
  return (
    <table className="sy-table sy-ledger">
      <tbody>
        {newest.map((entry) => {
          const { data } = entry;
          const kind = definition.fields.kind.choices?.[data.kind];
          const visit = visits.find(({ id }) => id === data.visitId);
          return (
            <tr key={entry.id} className={reversed.has(entry.id) ? "is-gone" : undefined}>
              <td className="is-date">{data.day}</td>
              <td>{kind === undefined ? data.kind : label(kind)}</td>
              <td className="is-number">{unitsOf(entitlement.data, entry)}</td>
              <td>{[visit?.data.subject, data.reason].filter((part) => part !== undefined).join("；")}</td>
              <td className="sy-quiet">
                {data.by} {formatWall(data.recordedAt)}
              </td>
              <td>
                {standing.has(entry) && (
                  <Button type="link" size="small" onClick={() => onReverse(entry)}>
                    {t("reverse")}…
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
