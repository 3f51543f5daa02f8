import { defineTexts } from "../../ui/i18n.ts";

/** What is wrong with a field of an incident, and what to do. */
export const fieldTexts = defineTexts("incidentField", {
  missing: { zh: "必填", en: "Required" },
  tooLong: { zh: "太长了，请缩短到 500 字以内", en: "Too long; at most 500 characters" },
  notATime: { zh: "这不是一个时间，请写成 2026-1-4 8:30", en: "Not a time. Write 2026-1-4 8:30" },
  inTheFuture: { zh: "这个时间还没有到，请核对日期", en: "That time is still to come; check the date" },
  notANumber: {
    zh: "这不是预印单上的编号，请照单抄写，例如 XXK-GZ-2026-7K2M9P-0001",
    en: "Not a number of a printed form. Copy it as printed, such as XXK-GZ-2026-7K2M9P-0001",
  },
  numberTaken: {
    zh: "这个编号已经登记过故障，请在故障清单里查找它",
    en: "An incident has this number already. Look for it in the list",
  },
  occurredAfterReport: {
    zh: "发生时间晚于报修时间，请核对这两个时间",
    en: "It occurred after it was reported; check both times",
  },
});
