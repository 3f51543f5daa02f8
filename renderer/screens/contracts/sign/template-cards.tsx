import { Button } from "antd";
import type { ReactNode } from "react";
import { useLocation } from "wouter";
import type { ContractTemplate } from "../../../../shared/commands/contracts/template.ts";
import { CONTRACT_TEMPLATES } from "../../../../shared/commands/contracts/templates.ts";
import { useRecords } from "../../../records/use-desk.tsx";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { yuanText } from "../../../ui/money.ts";
import { PinyinSelect } from "../../../ui/pinyin-select.tsx";
import { LevelAdvice } from "./level-advice.tsx";
import { headlines } from "./promise-words.ts";
import { signAddress, signFromAddress } from "./sign-address.ts";
import { signTexts } from "./sign-texts.ts";

/** Every template as a card to click. */
export function TemplateCards(): ReactNode {
  const t = useTexts(signTexts);
  return (
    <>
      <p className="sy-sign-help sy-quiet">{t("help")}</p>
      <ul className="sy-sign-cards" aria-label={t("templates")}>
        {CONTRACT_TEMPLATES.map((template) => (
          <li key={template.key}>
            <Card template={template} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Card({ template }: { readonly template: ContractTemplate }): ReactNode {
  const t = useTexts(signTexts);
  const say = useLabel();
  const { times, grants } = headlines(template, say, t);
  const { amountFen, bestEffort } = template.contract;
  return (
    <a className="sy-sign-card" href={`#${signAddress(template.key)}`}>
      <span className="sy-sign-card-head">
        <strong>{say(template.name)}</strong>
        <span className="sy-sign-price">
          {amountFen === undefined
            ? t("months", { count: template.termMonths })
            : t("aYear", { yuan: yuanText(amountFen).replace(/\.00$/, "") })}
        </span>
      </span>
      <span>{bestEffort === true ? t("noTime") : times}</span>
      {grants !== "" && <span>{grants}</span>}
      <span className="sy-sign-card-foot sy-quiet">
        {t("lines", {
          clauses: template.clauses.length,
          entitlements: template.entitlements.length,
          obligations: template.obligations.length,
        })}
        <br />
        {t("source", { source: template.source })}
      </span>
    </a>
  );
}

/** The other ways to begin: one of our own contracts, or nothing at all. */
export function OtherBeginnings(): ReactNode {
  const t = useTexts(signTexts);
  const contracts = useRecords("contract") ?? [];
  const [, go] = useLocation();
  return (
    <>
      <span className="sy-grow" />
      {contracts.length > 0 && (
        <span className="sy-sign-own">
          <PinyinSelect
            placeholder={t("ownChoose")}
            aria-label={t("ownChoose")}
            options={contracts.map(({ id, data }) => ({
              value: id,
              label: data.number === undefined ? data.title : `${data.title}（${data.number}）`,
            }))}
            value={undefined}
            onChange={(id) => id !== undefined && go(signFromAddress(id))}
          />
        </span>
      )}
      <LevelAdvice onChoose={go} />
      <Button href={`#${signAddress("blank")}`}>{t("blank")}</Button>
    </>
  );
}
