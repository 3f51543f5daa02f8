import { defineRecord } from "../lib/define-record.ts";
import { choice, date, instantField, integer, longText, reference, text } from "../lib/fields.ts";

/**
 * One line of an entitlement's ledger, only ever added: a counter kept as a sum of lines merges between desks
 * that never met. `aboutId` is the line that this one uses, releases or reverses.
 */
export const entitlementEntry = defineRecord({
  type: "entitlementEntry",
  version: 1,
  label: { zh: "权益流水", en: "Entitlement entry" },
  title: "kind",
  indexes: ["entitlementId"],
  parent: "entitlementId",
  appendOnly: true,
  fields: {
    entitlementId: reference({ zh: "权益", en: "Entitlement" }, "entitlement", { required: true }),
    kind: choice(
      { zh: "动作", en: "What" },
      {
        reserved: { zh: "预占", en: "Reserved" },
        used: { zh: "使用", en: "Used" },
        released: { zh: "释放", en: "Released" },
        reversed: { zh: "冲销", en: "Reversed" },
        granted: { zh: "增补额度", en: "Granted more" },
      },
      { required: true },
    ),
    day: date({ zh: "日期", en: "Date" }, { required: true }),
    recordedAt: instantField({ zh: "记录时间", en: "Recorded" }, { required: true }),
    units: integer({ zh: "数量", en: "Units" }),
    minutes: integer({ zh: "分钟", en: "Minutes" }),
    aboutId: reference({ zh: "对应流水", en: "About" }, "entitlementEntry"),
    visitId: reference({ zh: "上门服务", en: "Visit" }, "visit"),
    incidentId: reference({ zh: "故障", en: "Incident" }, "incident"),
    by: text({ zh: "经手人", en: "By" }),
    reason: longText({ zh: "理由", en: "Reason" }),
  },
});
