import { defineRecord } from "../lib/define-record.ts";
import { longText, rows, text } from "../lib/fields.ts";

/** A company that owes the hospital service. Support tiers in the order in which one escalates (checklist W02, W06). */
export const vendor = defineRecord({
  type: "vendor",
  version: 1,
  label: { zh: "厂商", en: "Vendor" },
  title: "name",
  fields: {
    name: text(
      { zh: "厂商名称", en: "Vendor" },
      { required: true, importAs: ["公司名称", "供应商", "厂家", "服务商", "Supplier"] },
    ),
    shortName: text({ zh: "简称", en: "Short name" }, { importAs: ["厂商简称"] }),
    hotline: text({ zh: "服务热线", en: "Hotline" }, { importAs: ["客服电话", "热线"] }),
    fax: text({ zh: "传真", en: "Fax" }, { importAs: ["传真号"] }),
    email: text({ zh: "电子邮件", en: "Email" }, { importAs: ["邮箱"] }),
    address: text({ zh: "地址", en: "Address" }),
    contacts: rows(
      { zh: "联系人", en: "Contacts" },
      {
        name: text({ zh: "姓名", en: "Name" }),
        duty: text({ zh: "职务", en: "Duty" }),
        phone: text({ zh: "电话", en: "Telephone" }),
        email: text({ zh: "电子邮件", en: "Email" }),
      },
    ),
    tiers: rows(
      { zh: "支持层级", en: "Support tiers" },
      {
        tier: text({ zh: "层级", en: "Tier" }),
        who: text({ zh: "负责人", en: "Who" }),
        phone: text({ zh: "电话", en: "Telephone" }),
        hours: text({ zh: "服务时间", en: "Hours" }),
      },
    ),
    note: longText({ zh: "备注", en: "Note" }),
  },
});
