import { Alert } from "antd";
import type { ReactNode } from "react";
import { useSecondCopy } from "../state/second-copy.ts";
import { useTexts } from "../ui/i18n.ts";
import { secondCopyTexts } from "../ui/second-copy-texts.ts";
import "./second-copy-news.css";

/** What the second copy brought back at this start, or had to be mended: until somebody has read it. */
export function SecondCopyNews(): ReactNode {
  const t = useTexts(secondCopyTexts);
  const { restored, damaged } = useSecondCopy();
  const news = [
    restored === undefined
      ? ""
      : t(restored.everything ? "restoredAll" : "restoredSome", { count: restored.changes }),
    damaged === 0 ? "" : t("damaged", { count: damaged }),
  ].filter((text) => text !== "");
  if (news.length === 0) return null;
  return (
    <div className="sy-copy-news">
      {news.map((text) => (
        <Alert
          key={text}
          type={text === news[0] && restored !== undefined ? "info" : "warning"}
          showIcon
          title={text}
          closable={{ "aria-label": t("close") }}
        />
      ))}
    </div>
  );
}
