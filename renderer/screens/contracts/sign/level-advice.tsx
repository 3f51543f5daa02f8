import { Alert, Button } from "antd";
import { useState, type ReactNode } from "react";
import { CONTRACT_TEMPLATES } from "../../../../shared/commands/contracts/templates.ts";
import { choice, fen } from "../../../../shared/lib/fields.ts";
import { contract as definition } from "../../../../shared/records/contract.ts";
import { adviseLevel, LEVEL_FACTORS, type Situation } from "../../../../shared/rules/fees/advise-level.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { adviceTexts } from "./advice-texts.ts";
import { signAddress } from "./sign-address.ts";

const FIELDS = {
  grade: choice({ zh: "医院等级", en: "Grade" }, LEVEL_FACTORS.grade, { required: true }),
  technicians: choice({ zh: "本院技术力量", en: "Our technicians" }, LEVEL_FACTORS.technicians, {
    required: true,
  }),
  staff: choice({ zh: "使用人员", en: "Users" }, LEVEL_FACTORS.staff, { required: true }),
  region: choice({ zh: "离厂商的距离", en: "Distance" }, LEVEL_FACTORS.region, { required: true }),
  budgetFen: fen(
    { zh: "每年预算", en: "Budget a year" },
    { hint: { zh: "不填则不看预算", en: "Empty: not weighed" } },
  ),
} as const;

const LEVELS = CONTRACT_TEMPLATES.flatMap(({ key, contract: { level, amountFen } }) =>
  level === undefined || amountFen === undefined ? [] : [{ key, level, yearlyFen: amountFen }],
);
const LEVEL_NAMES = definition.fields.level.choices ?? {};

/** Which yearly level suits us, from what the source says one should weigh (checklist C02). */
export function LevelAdvice({ onChoose }: { readonly onChoose: (address: string) => void }): ReactNode {
  const t = useTexts(adviceTexts);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t("ask")}</Button>
      {open && (
        <CommandDialog
          title={t("title")}
          fields={FIELDS}
          initial={{ grade: "tertiary", technicians: "some", staff: "mixed", region: "province" }}
          saveLabel={t("choose")}
          intro={<p className="sy-command-note">{t("hint")}</p>}
          outcome={(told) => <Outcome situation={told} />}
          onSave={(told) => {
            const advice = adviseLevel({ ...told, budgetFen: told.budgetFen }, LEVELS);
            const chosen = LEVELS.find(({ level }) => level === advice?.level);
            onChoose(
              signAddress(advice?.isBeyondBudget === true ? "s0-per-visit" : (chosen?.key ?? "blank")),
            );
            return Promise.resolve(undefined);
          }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

function Outcome({ situation }: { readonly situation: Partial<Situation> }): ReactNode {
  const t = useTexts(adviceTexts);
  const label = useLabel();
  const { grade, technicians, staff, region, budgetFen } = situation;
  if (grade === undefined || technicians === undefined || staff === undefined || region === undefined)
    return null;
  const advice = adviseLevel({ grade, technicians, staff, region, budgetFen }, LEVELS);
  if (advice === undefined) return null;
  const nameOf = (level: string): string => {
    const name = LEVEL_NAMES[level];
    return name === undefined ? level : label(name);
  };
  const reasons = advice.reasons.map((reason) => t(reason)).join(t("comma"));
  return (
    <Alert
      type={advice.isBeyondBudget ? "warning" : "info"}
      showIcon
      title={advice.isBeyondBudget ? t("beyond") : t("advice", { level: nameOf(advice.level) })}
      description={[
        reasons === "" ? t("noReason") : t("because", { reasons }),
        advice.wanted === undefined ? "" : t("wanted", { level: nameOf(advice.wanted) }),
      ].join("")}
    />
  );
}
