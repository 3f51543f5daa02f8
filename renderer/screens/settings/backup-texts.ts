import { defineTexts } from "../../ui/i18n.ts";

export const backupTexts = defineTexts("backup", {
  title: { zh: "备份到文件", en: "Backup to a file" },
  help: {
    zh: "浏览器的数据可能被清理。请定期把全部记录和修改历史存成一个文件，放到另一块磁盘。附件不在文件里。",
    en: "A browser's data can be cleared. Keep all records and their history in a file on another disk. Attachments are not in it.",
  },
  kept: {
    zh: "浏览器已答应不自行清理本站数据（手工清理仍会清掉）。",
    en: "The browser has promised not to clear this site's data by itself (by hand it still can be).",
  },
  refused: {
    zh: "浏览器没有答应长期保存本站数据：磁盘紧张时可能清掉。请务必备份。",
    en: "The browser has not promised to keep this site's data: short of disk it may clear it. Make backups.",
  },
  cannotAsk: {
    zh: "这个地址不是安全连接，无法请浏览器长期保存数据。请务必备份。",
    en: "This address is no secure connection, so the browser cannot be asked to keep the data. Make backups.",
  },
  never: { zh: "还没有备份过。", en: "No backup was made yet." },
  last: {
    zh: "上次备份：{{at}}（{{days}} 天前），{{name}}",
    en: "Last backup: {{at}} ({{days}} days ago), {{name}}",
  },
  due: {
    zh: "已超过 {{days}} 天没有备份，请现在备份。",
    en: "More than {{days}} days without a backup: make one now.",
  },
  make: { zh: "立即备份", en: "Back up now" },
  elsewhere: { zh: "备份到别处…", en: "Back up elsewhere…" },
  takeIn: { zh: "从备份补回…", en: "Take in a backup…" },
  made: { zh: "已备份：{{name}}", en: "Backed up: {{name}}" },
  downloaded: {
    zh: "已交给浏览器下载：{{name}}。请确认文件已保存。",
    en: "Given to the browser to download: {{name}}. See that it was saved.",
  },
  failed: { zh: "没有备份成功，请换一个位置再试", en: "The backup was not made. Try another place" },
  taken: { zh: "已补回 {{count}} 条修改", en: "{{count}} changes taken in" },
  nothing: { zh: "备份里的内容这里都有", en: "Everything in the backup is here already" },
  notABackup: { zh: "这不是守约的备份文件", en: "This is no backup of Shouyue" },
  cutOff: {
    zh: "备份文件不完整或已损坏，没有补回任何内容",
    en: "The backup is cut off or damaged. Nothing was taken in",
  },
  storeFailed: { zh: "没有全部补回，请重试", en: "Not all was taken in. Try again" },
});
