import { defineRecord } from "../lib/define-record.ts";
import { instantField, integer, text } from "../lib/fields.ts";

/** A scan, photo or file. Its bytes are kept once, under their SHA-256 (64 hex digits). */
export const attachment = defineRecord({
  type: "attachment",
  version: 1,
  label: { zh: "附件", en: "Attachment" },
  title: "fileName",
  indexes: ["ownerId"],
  parent: "ownerId",
  fields: {
    ownerType: text({ zh: "所属类型", en: "Belongs to (type)" }, { required: true }),
    ownerId: text({ zh: "所属记录", en: "Belongs to" }, { required: true }),
    fileName: text({ zh: "文件名", en: "File name" }, { required: true }),
    sha256: text({ zh: "SHA-256", en: "SHA-256" }, { required: true }),
    bytes: integer({ zh: "字节数", en: "Bytes" }, { required: true }),
    mediaType: text({ zh: "类型", en: "Media type" }),
    addedAt: instantField({ zh: "添加时间", en: "Added" }, { required: true }),
  },
});
