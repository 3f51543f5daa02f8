import { defineTexts } from "../../ui/i18n.ts";

export const settingsTexts = defineTexts("settings", {
  title: { zh: "设置", en: "Settings" },
  hospital: { zh: "医院与科室", en: "Hospital and office" },
  hospitalHelp: { zh: "印在每张报修单的抬头上。", en: "Stands at the head of every paper." },
  author: { zh: "这台电脑上的填写人", en: "Who writes on this machine" },
  authorHelp: {
    zh: "记在每一次修改上，查“修改历史”时能看到。",
    en: "Written beside every change, and shown in its history.",
  },
  authorLabel: { zh: "姓名", en: "Name" },
  save: { zh: "保存", en: "Save" },
  saved: { zh: "已保存", en: "Saved" },
  data: { zh: "数据与备份", en: "Data and backup" },
  dataAt: { zh: "数据位置", en: "Data lies in" },
  desk: { zh: "本机编号", en: "Desk" },
  backupDesktop: {
    zh: "建议每周把上面的文件夹整个复制到另一台电脑或移动硬盘（先关闭程序），并保留最近四份。每季度试着恢复一次，才算有备份。",
    en: "Once a week, close the program and copy the whole folder above to another machine or disk; keep the last four. Try a restore each quarter: only then is it a backup.",
  },
  backupBrowser: {
    zh: "记录先存在浏览器里，连着服务时自动存一份到上面的文件；服务每天自动备份该文件。请把备份复制到另一台电脑或移动硬盘，并且不要清除本站的浏览器数据。",
    en: "Records are kept in the browser first and, while the service is reached, in the file above, which is backed up daily. Copy the backups to another machine or disk, and do not clear this site's browser data.",
  },
  about: { zh: "关于", en: "About" },
  version: { zh: "版本", en: "Version" },
  edition: { zh: "形式", en: "Edition" },
  desktop: { zh: "桌面版", en: "Desktop" },
  browser: { zh: "浏览器版", en: "Browser" },
  platform: { zh: "系统", en: "Platform" },
  privacy: {
    zh: "除了本院自己的同步服务，本程序不向任何地方发送数据；请不要在记录里填写患者信息。",
    en: "This program sends nothing anywhere but to the hospital's own service. Please keep patient data out of the records.",
  },
});
