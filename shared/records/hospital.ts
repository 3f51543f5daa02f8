import { defineRecord } from "../lib/define-record.ts";
import { integer, text } from "../lib/fields.ts";

/** How numbers begin where the hospital has not chosen its own (conventions §2). */
export const DEFAULT_NUMBER_PREFIX = "XXK-GZ";

/** The hospital and its information office: what stands in the head of every paper. One record an office. */
export const hospital = defineRecord({
  type: "hospital",
  version: 2,
  label: { zh: "医院信息", en: "Hospital profile" },
  title: "name",
  // Only optional fields were added.
  migrations: [{ to: 2, up: (data) => ({ ...data }) }],
  fields: {
    name: text({ zh: "医院全称", en: "Hospital" }, { required: true, importAs: ["单位名称", "医院名称"] }),
    office: text({ zh: "科室", en: "Office" }, { importAs: ["部门"] }),
    grade: text({ zh: "医院等级", en: "Grade" }),
    beds: integer({ zh: "床位数", en: "Beds" }),
    campus: text({ zh: "院区", en: "Campus" }),
    address: text({ zh: "地址", en: "Address" }),
    phone: text({ zh: "电话", en: "Telephone" }),
    fax: text({ zh: "传真", en: "Fax" }),
    dutyPhone: text({ zh: "值班电话", en: "Duty telephone" }),
    quietHours: text(
      { zh: "免打扰时段", en: "Quiet hours" },
      {
        hint: {
          zh: "例如 22:00-07:00；不紧急的提醒等到时段结束",
          en: "Such as 22:00-07:00; what is not urgent waits until they end",
        },
      },
    ),
    numberPrefix: text(
      { zh: "编号前缀", en: "Number prefix" },
      { hint: { zh: "故障编号的开头，例如 XXK-GZ", en: "How incident numbers begin, such as XXK-GZ" } },
    ),
  },
});
