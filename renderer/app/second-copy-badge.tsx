import { WarningOutlined } from "@ant-design/icons";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { useSecondCopy } from "../state/second-copy.ts";
import { useTexts } from "../ui/i18n.ts";
import { secondCopyTexts, whyKey } from "../ui/second-copy-texts.ts";

/** Stands in the bar while the second copy lacks something: never silently. */
export function SecondCopyBadge(): ReactNode {
  const t = useTexts(secondCopyTexts);
  const { state, failure } = useSecondCopy();
  if (state !== "behind") return null;
  return (
    <Tooltip title={t("behindHelp", { why: t(whyKey(failure)) })}>
      <span className="sy-sync" data-state="refused" role="alert">
        <WarningOutlined aria-hidden /> {t("behind")}
      </span>
    </Tooltip>
  );
}
