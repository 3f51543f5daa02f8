import type { ReactNode } from "react";
import { timeOfStamp } from "../../shared/lib/hybrid-clock.ts";
import { formatWall } from "../../shared/lib/instants.ts";
import type { Stored } from "../../shared/records/index.ts";
import { DELETED, type Change } from "../../shared/sync/change.ts";
import { useTexts } from "../ui/i18n.ts";
import { fieldText, type TextContext } from "./field-text.ts";
import { fieldsOf } from "./fields-of.ts";
import { recordTexts } from "./record-texts.ts";
import { useDesk, useLive } from "./use-desk.tsx";

interface ChangeHistoryProps {
  readonly record: Stored;
  readonly context: TextContext;
}

/** Who changed what and when, newest first: the change log itself, not a copy of it. */
export function ChangeHistory({ record, context }: ChangeHistoryProps): ReactNode {
  const t = useTexts(recordTexts);
  const desk = useDesk();
  const { type, id } = record;
  const changes = useLive(() => desk.history(type, id), [type], `history:${type}:${id}`);
  return (
    <section className="sy-panel">
      <h2>{t("history")}</h2>
      <ul className="sy-changes">
        {[...(changes ?? [])].reverse().map((change, at, all) => (
          <li key={change.id}>
            <span className="sy-quiet">
              {formatWall(timeOfStamp(change.stamp).ms, "second")}{" "}
              {change.author === "" ? t("unnamedAuthor") : change.author}
            </span>{" "}
            {at === all.length - 1 ? <strong>{t("historyCreated")}</strong> : null}{" "}
            <ChangedFields change={change} context={context} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function ChangedFields({
  change,
  context,
}: {
  readonly change: Change;
  readonly context: TextContext;
}): ReactNode {
  const t = useTexts(recordTexts);
  if (Object.hasOwn(change.patch, DELETED)) {
    return <strong>{t(change.patch[DELETED] === true ? "historyDeleted" : "historyRestored")}</strong>;
  }
  const fields = fieldsOf(change.type as Stored["type"]).filter(([name]) =>
    Object.hasOwn(change.patch, name),
  );
  return fields
    .map(([name, field]) => {
      const value = change.patch[name];
      const text = value === null ? t("historyCleared") : fieldText(field, value, context);
      return `${context.label(field.label)}：${text}`;
    })
    .join("；");
}
