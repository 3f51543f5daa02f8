import type { ReactNode } from "react";
import { registry } from "../../../shared/records/index.ts";
import { listAddress } from "../../records/addresses.ts";
import { useRecordsOf } from "../../records/use-names.ts";
import { defineTexts, useLabel, useTexts } from "../../ui/i18n.ts";
import { Page } from "../../ui/page.tsx";
import { REGISTERS } from "./registers.ts";
import "./registers.css";

const texts = defineTexts("registers", {
  title: { zh: "登记册", en: "Registers" },
  count: { zh: "{{count}} 条", en: "{{count}} records" },
});

/** All registers with how much is in each. */
export function RegistersScreen(): ReactNode {
  const t = useTexts(texts);
  const label = useLabel();
  const records = useRecordsOf(REGISTERS);
  return (
    <Page title={t("title")} flowing>
      <ul className="sy-registers">
        {REGISTERS.map((type) => (
          <li key={type}>
            <a href={`#${listAddress(type)}`}>
              <strong>{label(registry[type].label)}</strong>
              <span className="sy-quiet">{t("count", { count: records?.get(type)?.length ?? "…" })}</span>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}
