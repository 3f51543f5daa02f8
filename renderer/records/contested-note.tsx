import { useEffect, useState, type ReactNode } from "react";
import type { Stored } from "../../shared/records/index.ts";
import { formatWall } from "../../shared/lib/instants.ts";
import type { ContestedField } from "../db/contested-desk.ts";
import { defineTexts, useTexts } from "../ui/i18n.ts";
import { fieldText, type TextContext } from "./field-text.ts";
import { fieldsOf } from "./fields-of.ts";
import { useDesk } from "./use-desk.tsx";

const texts = defineTexts("contestedNote", {
  stands: {
    zh: "“{{field}}”有 {{count}} 个互不知情的填法，待裁定：{{values}}。下面暂按最后一个显示。",
    en: "“{{field}}” has {{count}} values that were written without seeing each other: {{values}}. Shown below is the last.",
  },
  value: { zh: "{{value}}（{{at}}）", en: "{{value}} ({{at}})" },
  empty: { zh: "空", en: "empty" },
  decide: { zh: "去裁定", en: "Decide" },
});

interface ContestedNoteProps {
  readonly record: Stored;
  readonly context: TextContext;
}

/** What of a record waits for a decision, with all values that stand. */
export function ContestedNote({ record, context }: ContestedNoteProps): ReactNode {
  const t = useTexts(texts);
  const desk = useDesk();
  const { type, id } = record;
  const [found, setFound] = useState<readonly ContestedField[]>([]);
  useEffect(() => {
    let current = true;
    const load = (): void => {
      void desk.conflicts.contestedIn(type, id).then(
        (contests) => current && setFound(contests),
        () => undefined,
      );
    };
    load();
    const stop = desk.onChange((touched) => {
      if (touched.includes(type)) load();
    });
    return () => {
      current = false;
      stop();
    };
  }, [desk, type, id]);
  return found.map(({ field, accounts }) => {
    const definition = fieldsOf(type).find(([name]) => name === field)?.[1];
    if (definition === undefined) return null;
    const values = accounts.map(({ value, atMs }) => {
      const text = fieldText(definition, value, context);
      return t("value", { value: text === "" ? t("empty") : text, at: formatWall(atMs) });
    });
    return (
      <p key={field} role="note" className="sy-problem">
        {t("stands", {
          field: context.label(definition.label),
          count: accounts.length,
          values: values.join("、"),
        })}{" "}
        <a href="#/conflicts">{t("decide")}</a>
      </p>
    );
  });
}
