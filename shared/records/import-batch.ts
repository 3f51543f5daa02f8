import { defineRecord } from "../lib/define-record.ts";
import { choice, instantField, integer, longText, text } from "../lib/fields.ts";

/** One committed import. Its records are shown while it is `committed`; undoing the import is one edit of `state`. */
export const importBatch = defineRecord({
  type: "importBatch",
  version: 1,
  label: { zh: "导入批次", en: "Import batch" },
  title: "fileName",
  fields: {
    fileName: text({ zh: "文件名", en: "File name" }, { required: true }),
    sheet: text({ zh: "工作表", en: "Sheet" }),
    recordType: text({ zh: "记录类型", en: "Record type" }, { required: true }),
    state: choice(
      { zh: "状态", en: "State" },
      {
        committed: { zh: "已导入", en: "Committed" },
        undone: { zh: "已撤销", en: "Undone" },
      },
      { required: true },
    ),
    fileSha256: text({ zh: "文件摘要", en: "File digest" }),
    rows: integer({ zh: "数据行", en: "Rows" }, { required: true }),
    records: integer({ zh: "导入记录", en: "Records" }, { required: true }),
    duplicates: integer({ zh: "重复", en: "Duplicates" }, { required: true }),
    held: integer({ zh: "未导入行", en: "Held rows" }, { required: true }),
    importedAt: instantField({ zh: "导入时间", en: "Imported" }, { required: true }),
    mapping: longText({ zh: "列对应", en: "Mapping" }),
  },
});
