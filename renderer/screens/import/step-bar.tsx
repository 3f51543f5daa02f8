import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { importTexts } from "./import-texts.ts";
import { STEPS, type Step } from "./wizard-state.ts";

const NAMES = {
  file: "stepFile",
  sheet: "stepSheet",
  columns: "stepColumns",
  check: "stepCheck",
  write: "stepWrite",
  report: "stepReport",
} as const satisfies Record<Step, string>;

/** Where one is on the way: one line, so that a low screen keeps its room for the table. */
export function StepBar({ step }: { readonly step: Step }): ReactNode {
  const t = useTexts(importTexts);
  const now = STEPS.indexOf(step);
  return (
    <ol className="sy-import-steps">
      {STEPS.map((name, at) => (
        <li
          key={name}
          className={at < now ? "is-done" : at === now ? "is-now" : ""}
          aria-current={at === now ? "step" : undefined}
        >
          <span aria-hidden="true">{at < now ? "✓" : at + 1}</span>
          {t(NAMES[name])}
        </li>
      ))}
    </ol>
  );
}
