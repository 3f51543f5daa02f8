import { defineRecord } from "../lib/define-record.ts";
import { choice, instantField, longText, text } from "../lib/fields.ts";

/**
 * What somebody did about an alert. Alerts themselves are computed; `alertKey` names one (`rules/alerts`).
 * An alert rings until it is decided or, with a reason, put off.
 */
export const alertAnswer = defineRecord({
  type: "alertAnswer",
  version: 1,
  label: { zh: "提醒处理", en: "Answer to an alert" },
  title: "alertKey",
  appendOnly: true,
  fields: {
    alertKey: text({ zh: "提醒", en: "Alert" }, { required: true }),
    kind: choice(
      { zh: "处理", en: "Answer" },
      {
        seen: { zh: "已阅", en: "Seen" },
        snoozed: { zh: "暂缓", en: "Put off" },
        decided: { zh: "已决定", en: "Decided" },
      },
      { required: true },
    ),
    at: instantField({ zh: "时间", en: "At" }, { required: true }),
    until: instantField({ zh: "暂缓至", en: "Until" }),
    by: text({ zh: "处理人", en: "By" }),
    reason: longText({ zh: "理由", en: "Reason" }),
  },
});
