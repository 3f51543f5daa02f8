import { Input } from "antd";
import type { ReactNode } from "react";
import { useTexts } from "../../ui/i18n.ts";
import { reportTexts } from "./report-texts.ts";

interface PrintedNumberProps {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (number: string) => void;
}

/** The number of a blank that was filled in by hand while the network was down. */
export function PrintedNumber({ value, problem, onChange }: PrintedNumberProps): ReactNode {
  const t = useTexts(reportTexts);
  return (
    <div className="sy-form-fields">
      <div className="sy-field">
        <label htmlFor="report-printed-number">{t("printedNumber")}</label>
        <Input
          id="report-printed-number"
          value={value}
          maxLength={100}
          aria-describedby="report-printed-number-help"
          onChange={(event) => onChange(event.target.value)}
        />
        <div id="report-printed-number-help" className="sy-hint">
          {t("printedNumberHelp")}
        </div>
        {problem !== undefined && (
          <div role="alert" className="sy-problem">
            {problem}
          </div>
        )}
      </div>
    </div>
  );
}
