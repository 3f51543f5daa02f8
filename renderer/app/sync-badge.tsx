import {
  CheckCircleOutlined,
  CloudOutlined,
  DesktopOutlined,
  DisconnectOutlined,
  WarningOutlined,
} from "@ant-design/icons";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { formatWall } from "../../shared/lib/instants.ts";
import { useSyncStatus } from "../state/sync-status.ts";
import { useTexts } from "../ui/i18n.ts";
import { appTexts } from "./app-texts.ts";

/** Whether the office's second copy is in step. Icon and words, never colour alone. */
export function SyncBadge(): ReactNode {
  const t = useTexts(appTexts);
  const { state, waiting, lastAt } = useSyncStatus();
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
  return (
    <Tooltip title={shown.help}>
      <span className="sy-sync" data-state={state} role="status">
        <span aria-hidden>{shown.icon}</span> {shown.text}
      </span>
    </Tooltip>
  );
}
