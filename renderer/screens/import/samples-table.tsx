import type { ReactNode } from "react";
import type { Draft } from "../../../shared/import/types.ts";
import { formatWall } from "../../../shared/lib/instants.ts";
import { EVENT_KINDS } from "../../../shared/records/event-kinds.ts";
import { fieldText, type TextContext } from "../../records/field-text.ts";
import { fieldsOf } from "../../records/fields-of.ts";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { importTexts } from "./import-texts.ts";

const EVENTS_SHOWN = 6;

/** The first records as they will be, turned on their side: fields down, records across. */
export function SamplesTable({ drafts }: { readonly drafts: readonly Draft[] }): ReactNode {
  const t = useTexts(importTexts);
  const label = useLabel();
  const context: TextContext = { label, nameOf: (_, id) => id };
  const [first] = drafts;
  if (first === undefined) return null;
  const used = fieldsOf(first.type).filter(([name]) =>
    drafts.some((draft) => draft.data[name] !== undefined || draft.names[name] !== undefined),
  );
  const timed = drafts.some(({ events }) => events.length > 0);
  return (
    <div className="sy-import-samples-table">
      <table className="sy-import-table">
        <tbody>
          <tr>
            <th scope="row">{t("row")}</th>
            {drafts.map((draft) => (
              <td key={draft.rows[0]}>{rowsText(draft.rows)}</td>
            ))}
          </tr>
          {used.map(([name, field]) => (
            <tr key={name}>
              <th scope="row">{label(field.label)}</th>
              {drafts.map((draft) => (
                <td key={draft.rows[0]}>
                  <div className="sy-import-clip">
                    {(draft.names[name] ?? [fieldText(field, draft.data[name], context)]).join("、")}
                  </div>
                </td>
              ))}
            </tr>
          ))}
          {timed && (
            <tr>
              <th scope="row">{t("timeline")}</th>
              {drafts.map(({ rows, events }) => (
                <td key={rows[0]}>
                  {events.slice(0, EVENTS_SHOWN).map((event, at) => (
                    <div key={at} className="sy-import-event">
                      {formatWall(event.at).slice(0, event.dateOnly === true ? 10 : 16)}{" "}
                      {label(EVENT_KINDS[event.kind])}
                    </div>
                  ))}
                  {events.length > EVENTS_SHOWN && <div>…（{events.length}）</div>}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
}

function rowsText(rows: readonly number[]): string {
  return rows.length <= 4 ? rows.join("、") : `${rows.slice(0, 3).join("、")}…（${rows.length}）`;
}
