import { defineTexts } from "../../ui/i18n.ts";

/** Why the service refused a change and what to do next, by its code. A code of a newer service reads as unknown. */
export const refusalTexts = defineTexts("refusalCodes", {
  directorOnly: {
    zh: "这一处只有主任能改。请主任登录后修改。",
    en: "Only a director may change this. Ask a director to do it.",
  },
  noRole: {
    zh: "填写人没有科室业务的权限。请找安全管理员授权后重做。",
    en: "The author has no role in the office's work. Ask the security administrator, then do it again.",
  },
  readOnly: {
    zh: "填写人的账号只能查看。请由经办人或主任来改。",
    en: "The author's account reads only. A clerk or a director has to do it.",
  },
  otherDesk: {
    zh: "经办人只能撤回在同一台电脑上新建的记录。请到那台电脑，或请主任处理。",
    en: "A clerk takes back only what was made on the same desk. Do it there, or ask a director.",
  },
  neverChanged: {
    zh: "这是证据，只能追加，不能改。请另记一条更正。",
    en: "This is evidence: it is added to, never changed. Add a line that corrects it.",
  },
  appendOnly: {
    zh: "这是证据，只能追加，不能改。请另记一条更正。",
    en: "This is evidence: it is added to, never changed. Add a line that corrects it.",
  },
  unknownType: {
    zh: "服务端版本较旧，不认识这类记录。请先升级服务端，再重做。",
    en: "The service is older and does not know this kind of record. Update it, then do it again.",
  },
  unknownAuthor: {
    zh: "填写人的账号没有在这台电脑上登录过。请登录后重做。",
    en: "The author's account never signed in on this desk. Sign in, then do it again.",
  },
  authorDisabled: {
    zh: "填写人的账号已停用。请由在用的账号重做。",
    en: "The author's account is disabled. Do it again with one that is not.",
  },
  badValue: {
    zh: "填的值不合要求。请打开记录，改正后重新保存。",
    en: "A value does not fit its field. Open the record, correct it and save again.",
  },
  badDeletion: {
    zh: "删除没有按规定的方式进行。请打开记录重新删除。",
    en: "The deletion was not as it has to be. Open the record and delete it again.",
  },
  malformed: {
    zh: "内容损坏，服务端读不懂。请打开记录重做。",
    en: "It arrived damaged. Open the record and do it again.",
  },
  tooLarge: { zh: "内容太长。请拆分或缩短后重做。", en: "It is too long. Shorten it and do it again." },
  notItself: {
    zh: "修改的编号与这台电脑不符。请重做，仍被退回请联系管理员。",
    en: "The change's number is not this desk's. Do it again; if it is refused again, ask the administrator.",
  },
  unknownReason: {
    zh: "未被接受，原因未知。请打开记录核对，需要时重做。",
    en: "Not accepted, nobody knows why. Check the record and do it again if need be.",
  },
});

export function refusalKey(code: string): keyof typeof refusalTexts.keys {
  return Object.hasOwn(refusalTexts.keys, code) ? (code as keyof typeof refusalTexts.keys) : "unknownReason";
}
