import type { ReactNode } from "react";
import { recordBreachStep, type BreachStep } from "../../../../shared/commands/incidents/issue-breach.ts";
import { date } from "../../../../shared/lib/fields.ts";
import type { CalendarDate } from "../../../../shared/lib/dates.ts";
import { breach as definition } from "../../../../shared/records/breach.ts";
import type { Stored } from "../../../../shared/records/index.ts";
import { CommandDialog } from "../../../records/command-dialog.tsx";
import { useTexts } from "../../../ui/i18n.ts";
import { useStep } from "../../contracts/use-step.ts";
import { useToday } from "../use-minute.ts";
import { breachTexts } from "./breach-texts.ts";

interface BreachStepDialogProps {
  readonly breach: Stored<"breach">;
  readonly step: BreachStep["kind"];
  readonly onClose: () => void;
}

/** What became of a sheet: delivered, signed, objected to, settled or withdrawn, and on which day. */
export function BreachStepDialog({ breach, step: kind, onClose }: BreachStepDialogProps): ReactNode {
  const t = useTexts(breachTexts);
  const today = useToday();
  const step = useStep();
  const title = t(`step${kind}`);
  const { number } = breach.data;
  return (
    <CommandDialog
      title={`${title}：${number}`}
      fields={FIELDS[kind]}
      initial={{ day: today }}
      danger={kind === "withdrawn"}
      onSave={async (told) => {
        const made = recordBreachStep(stepOf(kind, told), breach, today);
        const [name = "day"] = Object.keys(FIELDS[kind]).filter((field) => field !== "day");
        return step(
          { zh: `${WORDS[kind].zh} ${number}`, en: `${WORDS[kind].en} ${number}` },
          made,
          (failure) => {
            if (failure.kind === "textMissing") return { [name]: t("textMissing") };
            if (failure.kind === "withdrawn" || failure.kind === "noObjection") return t(failure.kind);
            return { day: t(failure.kind) };
          },
        );
      }}
      onClose={onClose}
    />
  );
}

const day = date({ zh: "日期", en: "Date" }, { required: true });
const { signedBy, objection, settlement } = definition.fields;
const FIELDS = {
  delivered: { day },
  signed: { day, signedBy },
  objected: { day, objection },
  settled: { day, settlement },
  withdrawn: { day },
} as const;

const WORDS = {
  delivered: { zh: "送达违约认定单", en: "Delivered" },
  signed: { zh: "厂商签认", en: "Signed by the vendor" },
  objected: { zh: "厂商提出异议", en: "Objected to" },
  settled: { zh: "异议处理", en: "Objection settled" },
  withdrawn: { zh: "撤回违约认定单", en: "Withdrawn" },
} as const;

interface Told {
  readonly day: CalendarDate;
  readonly signedBy?: string;
  readonly objection?: string;
  readonly settlement?: string;
}

function stepOf(kind: BreachStep["kind"], told: Told): BreachStep {
  const { day: on } = told;
  switch (kind) {
    case "signed":
      return { kind, day: on, by: told.signedBy ?? "" };
    case "objected":
      return { kind, day: on, objection: told.objection ?? "" };
    case "settled":
      return { kind, day: on, settlement: told.settlement ?? "" };
    case "delivered":
    case "withdrawn":
      return { kind, day: on };
  }
}
