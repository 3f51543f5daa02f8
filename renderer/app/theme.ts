import type { ThemeConfig } from "antd";

/** The colours of `ui/base.css` for antd. Its own greys are too pale for AA on small text. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: "#0b5cad",
    colorLink: "#0b5cad",
    colorError: "#b3261e",
    colorWarning: "#8a5300",
    // The one derived from it is a muddy brown.
    colorWarningBg: "#fdf3e0",
    colorSuccess: "#1d6b3a",
    colorText: "#1b2430",
    colorTextSecondary: "#414c59",
    colorTextTertiary: "#55606e",
    colorTextQuaternary: "#5f6a78",
    colorTextPlaceholder: "#646f7d",
    colorTextDisabled: "#646f7d",
    colorBorder: "#8a96a5",
    colorBorderSecondary: "#cfd6df",
    colorBgLayout: "#f2f4f7",
    borderRadius: 4,
    controlHeight: 32,
    controlHeightSM: 26,
    fontSize: 14,
    fontFamily:
      '"Microsoft YaHei", "PingFang SC", "Noto Sans SC", "Noto Sans CJK SC", "WenQuanYi Zen Hei", "Shouyue Screen", sans-serif',
    motionDurationMid: "0.1s",
    motionDurationSlow: "0.15s",
  },
  components: {
    Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
  },
};
