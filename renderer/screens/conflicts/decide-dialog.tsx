import { useMemo, type ReactNode } from "react";
import { decideContested } from "../../../shared/commands/decide-contested.ts";
import type { Label } from "../../../shared/lib/define-record.ts";
import { choice, longText, text } from "../../../shared/lib/fields.ts";
import { instant } from "../../../shared/lib/instants.ts";
import type { RecordType } from "../../../shared/records/index.ts";
import { CommandDialog } from "../../records/command-dialog.tsx";
import { useSaveProblem } from "../../records/save-problem.ts";
import { useDesk } from "../../records/use-desk.tsx";
import { useLabel, useTexts } from "../../ui/i18n.ts";
import { fieldOf, useValueText } from "./about-record.tsx";
import { conflictTexts } from "./conflicts-texts.ts";

/** One of the values to choose between. */
export interface Told {
  readonly value: unknown;
  readonly author: string;
  readonly desk: string;
  readonly at: string;
  /** Who and when, in words. */
  readonly words: string;
}

interface DecideDialogProps {
  readonly type: RecordType;
  readonly id: string;
  readonly field: string;
  readonly accounts: readonly Told[];
  /** The stamps that were on the screen; undefined where it was decided before and is decided anew. */
  readonly stamps: readonly string[] | undefined;
  readonly by: string;
  readonly onClose: () => void;
}

const OTHER = "other";

/** Which of the values that stand holds, or another one, with a reason and a name. */
export function DecideDialog(props: DecideDialogProps): ReactNode {
  const { type, id: recordId, field, accounts, stamps, by, onClose } = props;
  const t = useTexts(conflictTexts);
  const label = useLabel();
  const desk = useDesk();
  const problemOf = useSaveProblem();
  const valueText = useValueText();
  const definition = fieldOf(type, field);
  const fields = useMemo(() => {
    const choices: Record<string, Label> = {};
    for (const [at, { value, words }] of accounts.entries()) {
      const both = `${valueText(type, field, value)} ${words}`;
      choices[String(at)] = { zh: both, en: both };
    }
    choices[OTHER] = { zh: "另定", en: "Another value" };
    const other = definition ?? text({ zh: "值", en: "Value" });
    return {
      account: choice({ zh: "采用", en: "Take" }, choices, { required: true }),
      other: { ...other, required: false, label: { zh: "另定的值", en: "Another value" } },
      reason: longText({ zh: "裁定理由", en: "Reason" }, { required: true }),
      by: text({ zh: "裁定人", en: "Decided by" }, { required: true }),
    } as const;
    // Made once: what arrives meanwhile must not move under the hand.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, []);
  const name = definition === undefined ? field : label(definition.label);
  return (
    <CommandDialog
      title={t("decideTitle", { field: name })}
      fields={fields}
      initial={{ by }}
      intro={<p className="sy-command-note">{t("decideIntro")}</p>}
      onSave={async (told) => {
        const other: unknown = told.other;
        if (told.account === OTHER && other === undefined) return { other: t("otherMissing") };
        if (told.account !== OTHER && other !== undefined) return { other: t("otherUnused") };
        if (stamps !== undefined) {
          const now = await desk.conflicts.contestedIn(type, recordId);
          const stand = now.find((one) => one.field === field)?.accounts.map(({ stamp }) => stamp);
          if (stand?.join() !== stamps.join()) return t("changedSince");
        }
        const [id = ""] = await desk.newIds(1);
        const made = decideContested(
          {
            type,
            recordId,
            field,
            value: told.account === OTHER ? other : accounts[Number(told.account)]?.value,
            reason: told.reason,
            by: told.by,
          },
          { now: instant(Date.now()), id, accounts },
        );
        if (!made.ok) return t(made.failure.kind);
        const words = { zh: `裁定${name}`, en: `Decide ${name}` };
        // Not offered to undo: a question that was decided would be gone with it. It is decided anew instead.
        const saved = await desk.save(words, made.value, { silent: true });
        return saved.ok ? undefined : problemOf(saved.failure);
      }}
      onClose={onClose}
    />
  );
}
