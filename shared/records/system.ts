import { defineRecord } from "../lib/define-record.ts";
import { choice, longText, reference, text } from "../lib/fields.ts";
import { PHASES } from "./phases.ts";

/** A system the hospital runs: HIS, LIS, PACS … */
export const system = defineRecord({
  type: "system",
  version: 2,
  label: { zh: "系统", en: "System" },
  title: "name",
  // Only optional fields were added.
  migrations: [{ to: 2, up: (data) => ({ ...data }) }],
  fields: {
    name: text(
      { zh: "系统名称", en: "System" },
      { required: true, importAs: ["系统", "应用系统", "业务系统"] },
    ),
    vendorId: reference({ zh: "厂商", en: "Vendor" }, "vendor", {
      importAs: ["供应商", "厂家", "服务商", "开发商", "公司"],
    }),
    softwareVersion: text({ zh: "软件版本", en: "Software version" }, { importAs: ["版本", "版本号"] }),
    serviceNumber: text({ zh: "服务编号", en: "Service number" }, { importAs: ["产品序列号"] }),
    owner: text({ zh: "负责人", en: "Owner" }),
    phase: choice({ zh: "阶段", en: "Phase" }, PHASES),
    note: longText({ zh: "备注", en: "Note" }),
  },
});
