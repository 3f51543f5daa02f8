import {
  AlertOutlined,
  BarChartOutlined,
  BellOutlined,
  BookOutlined,
  CalendarOutlined,
  HomeOutlined,
  ImportOutlined,
  MenuFoldOutlined,
  MenuUnfoldOutlined,
  MergeOutlined,
  PhoneOutlined,
  PrinterOutlined,
  SettingOutlined,
} from "@ant-design/icons";
import { Tooltip } from "antd";
import type { ReactNode } from "react";
import { Link, useLocation } from "wouter";
import { registry } from "../../shared/records/index.ts";
import { listAddress } from "../records/addresses.ts";
import { ConflictBadge } from "../screens/conflicts/conflict-badge.tsx";
import { UnreadBadge } from "../screens/inbox/unread-badge.tsx";
import { REGISTERS } from "../screens/registers/registers.ts";
import { usePreferences } from "../state/preferences.ts";
import { useLabel, useTexts } from "../ui/i18n.ts";
import { appTexts } from "./app-texts.ts";

export function Nav(): ReactNode {
  const t = useTexts(appTexts);
  const label = useLabel();
  const collapsed = usePreferences((state) => state.navCollapsed);
  const setCollapsed = usePreferences((state) => state.setNavCollapsed);
  return (
    <nav className="sy-nav" aria-label={t("nav")}>
      <div className="sy-brand">
        <span className="sy-brand-mark" aria-hidden>
          守
        </span>
        {!collapsed && <strong>{t("product")}</strong>}
      </div>
      <div className="sy-nav-list">
        <NavLink to="/" icon={<HomeOutlined />} text={t("home")} />
        <NavLink to="/incidents" icon={<AlertOutlined />} text={t("incidents")} />
        <NavLink to="/inbox" icon={<BellOutlined />} text={t("inbox")} badge={<UnreadBadge />} />
        <NavLink to="/conflicts" icon={<MergeOutlined />} text={t("conflicts")} badge={<ConflictBadge />} />
        <NavLink to="/scores" icon={<BarChartOutlined />} text={t("scores")} />
        <NavLink to="/report" icon={<PhoneOutlined />} text={t("report")} />
        <div className="sy-nav-group">{t("registers")}</div>
        {collapsed ? (
          <NavLink to="/records" icon={<BookOutlined />} text={t("registers")} />
        ) : (
          REGISTERS.map((type) => (
            <NavLink key={type} to={listAddress(type)} text={label(registry[type].label)} />
          ))
        )}
        <div className="sy-nav-group" />
        <NavLink to="/import" icon={<ImportOutlined />} text={t("import")} />
        <NavLink to="/paper-blanks" icon={<PrinterOutlined />} text={t("blanks")} />
        <NavLink to="/calendars" icon={<CalendarOutlined />} text={t("calendars")} />
        <NavLink to="/settings" icon={<SettingOutlined />} text={t("settings")} />
      </div>
      <button
        type="button"
        className="sy-nav-fold"
        aria-expanded={!collapsed}
        aria-label={t(collapsed ? "expand" : "collapse")}
        onClick={() => setCollapsed(!collapsed)}
      >
        {collapsed ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
        {!collapsed && <span>{t("collapse")}</span>}
      </button>
    </nav>
  );
}

interface NavLinkProps {
  readonly to: string;
  readonly icon?: ReactNode;
  readonly text: string;
  readonly badge?: ReactNode;
}

function NavLink({ to, icon, text, badge }: NavLinkProps): ReactNode {
  const [location] = useLocation();
  const collapsed = usePreferences((state) => state.navCollapsed);
  const here = to === "/" ? location === "/" : location === to || location.startsWith(`${to}/`);
  const link = (
    <Link to={to} className={`sy-nav-link${here ? " is-here" : ""}`} aria-current={here ? "page" : undefined}>
      <span className="sy-nav-icon" aria-hidden>
        {icon}
      </span>
      <span className={collapsed ? "sy-offscreen" : undefined}>{text}</span>
      {badge}
    </Link>
  );
  return collapsed ? (
    <Tooltip title={text} placement="right">
      {link}
    </Tooltip>
  ) : (
    link
  );
}
