import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloudOutlined,
  DesktopOutlined,
  DisconnectOutlined,
  WarningOutlined,
} from "@ant-design/icons";
import { Popover, Tooltip } from "antd";
import type { ReactNode } from "react";
import { formatWall } from "../../shared/lib/instants.ts";
import { useSyncStatus } from "../state/sync-status.ts";
import { TOLERATED_MS } from "../sync/clock-offset.ts";
import { useTexts } from "../ui/i18n.ts";
import { appTexts } from "./app-texts.ts";
import { SyncDetails } from "./sync-details.tsx";

/** Whether the office's second copy is in step. Icon and words, never colour alone; a click says more. */
export function SyncBadge(): ReactNode {
  const t = useTexts(appTexts);
  const { state, waiting, since, clockOffsetMs = 0, reissued } = useSyncStatus();
  const from = since === undefined ? "" : formatWall(since).slice(-5);
  const shown = {
    off: { icon: <DesktopOutlined />, text: t("syncOff") },
    syncing: {
      icon: <CloudOutlined />,
      text: waiting > 0 ? t("syncingSome", { count: waiting }) : t("syncing"),
    },
    upToDate: { icon: <CheckCircleOutlined />, text: t("syncOk") },
    offline: { icon: <DisconnectOutlined />, text: t("syncOffline", { count: waiting, from }) },
    refused: { icon: <WarningOutlined />, text: t("syncRefused") },
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
      {reissued !== undefined && (
        <Tooltip title={t("reissuedHelp", { count: reissued })}>
          <span className="sy-sync" data-state="refused" role="alert" tabIndex={0}>
            <WarningOutlined aria-hidden /> {t("reissued")}
          </span>
        </Tooltip>
      )}
      <Popover trigger="click" placement="bottomRight" content={<SyncDetails />} destroyOnHidden>
        <button type="button" className="sy-sync" data-state={state} aria-label={shown.text}>
          <span role="status">
            <span aria-hidden>{shown.icon}</span> {shown.text}
          </span>
        </button>
      </Popover>
    </>
  );
}
