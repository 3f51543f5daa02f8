import type { ReactNode } from "react";
import { registry, type RecordType } from "../../../shared/records/index.ts";
import { listAddress } from "../../records/addresses.ts";
import type { Desk } from "../../db/desk.ts";
import { useDesk, useLive } from "../../records/use-desk.tsx";
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
  const desk = useDesk();
  const counts = useLive(
    async () =>
      new Map(await Promise.all(REGISTERS.map(async (type) => [type, await countOf(desk, type)] as const))),
    REGISTERS,
    "register-counts",
  );
  return (
    <Page title={t("title")} flowing>
      <ul className="sy-registers">
        {REGISTERS.map((type) => (
          <li key={type}>
            <a href={`#${listAddress(type)}`}>
              <strong>{label(registry[type].label)}</strong>
              <span className="sy-quiet">{t("count", { count: counts?.get(type) ?? "…" })}</span>
            </a>
          </li>
        ))}
      </ul>
    </Page>
  );
}

async function countOf(desk: Desk, type: RecordType): Promise<number> {
  return (await desk.list(type).query({ search: "", filters: {} })).total;
}
