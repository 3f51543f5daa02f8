import { defineRecord } from "../lib/define-record.ts";
import { date, reference, text } from "../lib/fields.ts";

/** A part of a system that is accepted, covered and charged on its own. */
export const module = defineRecord({
  type: "module",
  version: 1,
  label: { zh: "模块", en: "Module" },
  title: "name",
  indexes: ["systemId"],
  parent: "systemId",
  fields: {
    name: text({ zh: "模块名称", en: "Module" }, { required: true, importAs: ["模块", "子系统"] }),
    systemId: reference({ zh: "系统", en: "System" }, "system", { required: true }),
    softwareVersion: text({ zh: "软件版本", en: "Software version" }),
    acceptedDate: date({ zh: "验收日期", en: "Accepted on" }),
  },
});
