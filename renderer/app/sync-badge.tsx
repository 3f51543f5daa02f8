import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloudOutlined,
  DesktopOutlined,
  DisconnectOutlined,
  WarningOutlined,
} from "@ant-design/icons";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { formatWall } from "../../shared/lib/instants.ts";
import { useSyncStatus } from "../state/sync-status.ts";
import { TOLERATED_MS } from "../sync/clock-offset.ts";
import { useTexts } from "../ui/i18n.ts";
import { appTexts } from "./app-texts.ts";

/** Whether the office's second copy is in step. Icon and words, never colour alone. */
export function SyncBadge(): ReactNode {
  const t = useTexts(appTexts);
  const { state, waiting, lastAt, clockOffsetMs = 0 } = useSyncStatus();
  const shown = {
    off: { icon: <DesktopOutlined />, text: t("syncOff"), help: t("syncOffHelp") },
    syncing: { icon: <CloudOutlined />, text: t("syncing"), help: "" },
    upToDate: {
      icon: <CheckCircleOutlined />,
      text: t("syncOk"),
      help: lastAt === undefined ? "" : t("syncOkHelp", { at: formatWall(lastAt) }),
    },
    offline: {
      icon: <DisconnectOutlined />,
      text: t("syncOffline", { count: waiting }),
      help: t("syncOfflineHelp"),
    },
    refused: { icon: <WarningOutlined />, text: t("syncRefused"), help: t("syncRefusedHelp") },
  }[state];
  const wrongMinutes = Math.round(Math.abs(clockOffsetMs) / 60_000);
  return (
    <>
      {Math.abs(clockOffsetMs) > TOLERATED_MS && (
        <Tooltip title={t("clockWrongHelp")}>
          <span className="sy-sync" data-state="refused" role="alert">
            <ClockCircleOutlined aria-hidden />{" "}
            {t(clockOffsetMs > 0 ? "clockAhead" : "clockBehind", { minutes: wrongMinutes })}
          </span>
        </Tooltip>
      )}
      <Tooltip title={shown.help}>
        <span className="sy-sync" data-state={state} role="status">
          <span aria-hidden>{shown.icon}</span> {shown.text}
        </span>
      </Tooltip>
    </>
  );
}
