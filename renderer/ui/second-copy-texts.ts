import type { FailureCode } from "../../shared/desktop/failure.ts";
import { defineTexts } from "./i18n.ts";

export const secondCopyTexts = defineTexts("second-copy", {
  behind: { zh: "第二份未跟上", en: "Second copy behind" },
  behindHelp: {
    zh: "记录已经保存，但磁盘上的第二份暂时没有写进去：{{why}}。程序每半分钟再试一次。在此之前请不要清理浏览器数据，也不要卸载程序。",
    en: "Records are saved, but the second copy on the disk could not be written: {{why}}. It is tried again every half minute. Until then do not uninstall the program or clear its data.",
  },
  whyFull: { zh: "磁盘已满", en: "the disk is full" },
  whyNotAllowed: { zh: "数据文件夹不允许写入", en: "the data folder may not be written to" },
  whyBusy: { zh: "数据文件夹被另一个程序占用", en: "another program holds the data folder" },
  whyGone: { zh: "数据文件夹不见了", en: "the data folder is gone" },
  whyOther: { zh: "磁盘报告错误", en: "the disk reports an error" },
  restoredAll: {
    zh: "本机的数据库是空的，已用第二份全部恢复：{{count}} 条修改。本机编号不变，编号不会重复。撤销步骤没有恢复。",
    en: "This machine's store was empty. All of it was brought back from the second copy: {{count}} changes. The desk keeps its id, and no number is given twice. Steps to undo were not brought back.",
  },
  restoredSome: {
    zh: "本机的数据库少了最近的内容，已用第二份补上：{{count}} 条修改。",
    en: "This machine's store lacked the latest. It was brought back from the second copy: {{count}} changes.",
  },
  damaged: {
    zh: "磁盘上的第二份有 {{count}} 处损坏，已用本机的数据重新写好。记录没有丢失。磁盘可能老化，请检查。",
    en: "The second copy on the disk was damaged in {{count}} places and has been written anew from this machine's store. No record was lost. The disk may be failing: have it checked.",
  },
  close: { zh: "知道了", en: "Close" },
  restoring: { zh: "正在用第二份恢复数据…", en: "Bringing the data back from the second copy…" },
  restoringHelp: {
    zh: "本机的数据库是空的或缺少内容。请不要关闭程序；关闭了也不要紧，下次打开会接着恢复。",
    en: "This machine's store is empty or lacks something. Please wait; if the program ends, it goes on at the next start.",
  },
  unreadable: { zh: "第二份暂时读不了", en: "The second copy cannot be read" },
  unreadableHelp: {
    zh: "本机的数据库是空的，而磁盘上的第二份现在读不了：{{why}}。为了不丢记录、不重复编号，程序先不打开。请处理后重新打开，或联系信息科管理员。",
    en: "This machine's store is empty, and the second copy on the disk cannot be read now: {{why}}. So that nothing is lost and no number is given twice, the program does not begin anew. Put that right and open it again.",
  },
  panel: { zh: "第二份数据", en: "Second copy" },
  panelHelp: {
    zh: "每次保存都同时写到磁盘上的另一个文件夹（数据位置下的 journal），写完才算保存成功。数据库损坏或被清空时，下次打开自动恢复。附件（扫描件、图片）同样各存一份。",
    en: "Every save is also written to a second folder on the disk (journal, below the data folder) before it counts. If the store is damaged or emptied, it is brought back at the next start. Attachments are kept the same way.",
  },
  ok: { zh: "第二份与本机一致", en: "The second copy is in step" },
  catchingUp: { zh: "正在补写第二份…", en: "The second copy is being completed…" },
  verify: { zh: "检查第二份", en: "Check the second copy" },
  verified: { zh: "逐字节检查完毕，没有损坏", en: "Read to the last byte: nothing is damaged" },
  verifyFound: {
    zh: "发现 {{count}} 处损坏，正在用本机的数据重新写好。磁盘可能老化，请检查。",
    en: "{{count}} damaged places, being written anew from this machine's store. The disk may be failing: have it checked.",
  },
  verifyFailed: { zh: "没有查完：{{why}}", en: "Not checked to the end: {{why}}" },
});

/** The word for why a disk refused. */
export function whyKey(failure: FailureCode | undefined) {
  return WHY[failure ?? "internal"] ?? "whyOther";
}

const WHY: Partial<Record<FailureCode, "whyFull" | "whyNotAllowed" | "whyBusy" | "whyGone">> = {
  "disk-full": "whyFull",
  "not-allowed": "whyNotAllowed",
  "file-busy": "whyBusy",
  "no-such-file": "whyGone",
};
