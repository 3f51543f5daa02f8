import { Radio } from "antd";
import type { ReactNode } from "react";
import { PAUSE_MODES, type PauseMode } from "../../../../shared/rules/clauses/pause-modes.ts";
import { useLabel, useTexts } from "../../../ui/i18n.ts";
import { MODES } from "./modes.ts";
import { pauseTexts } from "./pause-texts.ts";

interface ModeSwitchProps {
  readonly mode: PauseMode;
  readonly onChange: (mode: PauseMode) => void;
}

/** Whose pauses are deducted from the clocks shown. */
export function ModeSwitch({ mode, onChange }: ModeSwitchProps): ReactNode {
  const t = useTexts(pauseTexts);
  const label = useLabel();
  return (
    <Radio.Group
      size="small"
      optionType="button"
      aria-label={t("mode")}
      value={mode}
      onChange={(event) => onChange(event.target.value as PauseMode)}
      options={MODES.map((value) => ({ value, label: label(PAUSE_MODES[value]) }))}
    />
  );
}
