import { defineRecord } from "../lib/define-record.ts";
import { choice, date, flag, longText, reference, text } from "../lib/fields.ts";

/** A part of a system that is accepted, covered and charged on its own. */
export const module = defineRecord({
  type: "module",
  version: 2,
  label: { zh: "模块", en: "Module" },
  title: "name",
  indexes: ["systemId"],
  parent: "systemId",
  // Only optional fields were added.
  migrations: [{ to: 2, up: (data) => ({ ...data }) }],
  fields: {
    name: text({ zh: "模块名称", en: "Module" }, { required: true, importAs: ["模块", "子系统"] }),
    systemId: reference({ zh: "系统", en: "System" }, "system", { required: true }),
    softwareVersion: text({ zh: "软件版本", en: "Software version" }),
    acceptedDate: date({ zh: "验收日期", en: "Accepted on" }),
    acceptance: choice(
      { zh: "验收状态", en: "Acceptance" },
      {
        accepted: { zh: "已验收", en: "Accepted" },
        notDue: { zh: "未到验收", en: "Not yet due" },
        hospitalCause: { zh: "未验收：我方原因", en: "Not accepted: our cause" },
        partNotLive: { zh: "未上线：我方原因", en: "Not live: our cause" },
        vendorCause: { zh: "未上线：厂商原因", en: "Not live: the vendor's cause" },
        disputed: { zh: "未验收：双方有争议", en: "Not accepted: disputed" },
      },
    ),
    installedDate: date({ zh: "安装日期", en: "Installed on" }),
    inUseSince: date({ zh: "投入使用日期", en: "In use since" }),
    genuine: flag({ zh: "正版授权", en: "Genuine licence" }),
    acceptanceNote: longText({ zh: "验收说明", en: "About the acceptance" }),
  },
});
