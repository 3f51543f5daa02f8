import { defineRecord } from "../lib/define-record.ts";
import { reference, text } from "../lib/fields.ts";

/** Someone of the hospital: a reporter, a clerk, a head of department. No patients. */
export const person = defineRecord({
  type: "person",
  version: 1,
  label: { zh: "人员", en: "Person" },
  title: "name",
  fields: {
    name: text({ zh: "姓名", en: "Name" }, { required: true, importAs: ["人员姓名", "报告人", "员工姓名"] }),
    department: text({ zh: "科室", en: "Department" }, { importAs: ["部门", "所在科室"] }),
    duty: text({ zh: "职务", en: "Duty" }, { importAs: ["岗位"] }),
    phone: text({ zh: "电话", en: "Telephone" }, { importAs: ["联系电话", "手机"] }),
    hospitalId: reference({ zh: "医院", en: "Hospital" }, "hospital"),
  },
});
