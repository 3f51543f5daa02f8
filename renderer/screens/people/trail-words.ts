import type { Label } from "../../../shared/lib/define-record.ts";

/** What the trail's codes are called; one that a newer service writes is shown as it is. */
export const ACT_WORDS: Readonly<Record<string, Label>> = {
  setUp: { zh: "首次设置", en: "First set-up" },
  signIn: { zh: "登录", en: "Sign-in" },
  signOut: { zh: "退出", en: "Sign-out" },
  changePassword: { zh: "改密码", en: "Password changed" },
  resetPassword: { zh: "重置密码", en: "Password reset" },
  createAccount: { zh: "新建账号", en: "Account made" },
  renameAccount: { zh: "改名", en: "Renamed" },
  setRoles: { zh: "授权", en: "Roles granted" },
  disableAccount: { zh: "停用账号", en: "Account disabled" },
  enableAccount: { zh: "启用账号", en: "Account enabled" },
  unlockAccount: { zh: "解锁账号", en: "Account unlocked" },
  setSeparation: { zh: "管理员分设或兼任", en: "Administrators separated or merged" },
  setProfile: { zh: "更改密码规则", en: "Password rules changed" },
  push: { zh: "上传的修改", en: "Changes sent" },
  makeEnrolCode: { zh: "生成登记码", en: "Enrolment code made" },
  enrolDesk: { zh: "登记电脑", en: "Computer enrolled" },
  revokeDesk: { zh: "注销电脑", en: "Computer revoked" },
  revokeSession: { zh: "强制退出", en: "Session ended" },
  listAccounts: { zh: "查看账号", en: "Accounts looked at" },
  listDesks: { zh: "查看电脑", en: "Computers looked at" },
  listSessions: { zh: "查看登录", en: "Sessions looked at" },
  readAudit: { zh: "查看审计记录", en: "Trail read" },
  exportAudit: { zh: "导出审计文件", en: "Trail exported" },
};
