import { defineTexts } from "../ui/i18n.ts";

export const syncTexts = defineTexts("sync", {
  off: { zh: "仅本机", en: "This machine only" },
  offHelp: {
    zh: "记录保存在本机，没有连接科室服务。",
    en: "Records are kept on this machine; no office service is connected.",
  },
  syncing: { zh: "正在同步", en: "Syncing" },
  syncingHelp: { zh: "正在与科室服务交换修改。", en: "Exchanging changes with the office's service." },
  upToDate: { zh: "已同步", en: "In sync" },
  upToDateHelp: {
    zh: "本机与科室服务一致，他人的修改随到随收。",
    en: "This machine and the service agree; others' changes arrive as they are made.",
  },
  offline: { zh: "离线", en: "Offline" },
  offlineHelp: {
    zh: "记录已存在本机，连上后自动同步，可以照常工作。",
    en: "Saved here; it syncs by itself when connected. Work as usual.",
  },
  refused: { zh: "同步受阻", en: "Sync refused" },
  since: { zh: "自", en: "Since" },
  waiting: { zh: "待发送", en: "Waiting" },
  nothing: { zh: "没有", en: "Nothing" },
  count: { zh: "{{count}} 项", en: "{{count}}" },
  last: { zh: "上次一致", en: "Last agreed" },
  notYet: { zh: "本次打开后尚未", en: "Not since this window opened" },
  clock: { zh: "本机时钟", en: "This clock" },
  seconds: { zh: "与服务相差 {{seconds}} 秒", en: "{{seconds}} s from the service's" },
  now: { zh: "立即同步", en: "Sync now" },
});

/** Why the service would not, and what to do: nothing that was saved here is lost by any of it. */
export const refusalTexts = defineTexts("sync-refusals", {
  signIn: {
    zh: "登录已失效。请重新登录，待发送的修改随后自动发出。",
    en: "You are signed out. Sign in again; what waits is sent then.",
  },
  desk: {
    zh: "这台电脑已被注销。请找系统管理员要登记码重新登记，本机的记录都在。",
    en: "This computer was revoked. Ask the system administrator for a code and enrol again; your records are all here.",
  },
  passwordMustChange: { zh: "请先设置新密码，再继续同步。", en: "Choose a new password first." },
  notAllowed: {
    zh: "当前账号没有科室记录的权限，请找安全管理员授权。",
    en: "This account may not see the office's records. Ask the security administrator.",
  },
  notYourLog: {
    zh: "服务上这台电脑的编号属于另一台电脑。请联系管理员。",
    en: "To the service this computer's number is another's. Call its keeper.",
  },
  relayedLog: {
    zh: "这台电脑的修改曾由摆渡文件带到科室服务。请主任在这台电脑上登录一次，以后照常同步。",
    en: "The service has this computer's changes by file. A director signs in here once; after that it syncs as usual.",
  },
  deskTooOld: {
    zh: "本机程序版本太旧。请更新程序，修改都留在本机，更新后自动发出。",
    en: "This program is too old for the service. Update it; changes wait here until then.",
  },
  serviceTooOld: {
    zh: "科室服务的版本比本机旧。请通知管理员更新服务，修改先留在本机。",
    en: "The service is older than this program. Ask its keeper to update it; changes wait here.",
  },
  storeFailed: {
    zh: "本机写不下从服务取回的修改。请检查磁盘空间后重新打开程序。",
    en: "What came from the service could not be written here. Check the disk and reopen the program.",
  },
  other: {
    zh: "科室服务拒绝了这台电脑的数据，请联系管理员。记录在本机是完整的。",
    en: "The office service refused this desk's data. Call its keeper; your records here are complete.",
  },
});
