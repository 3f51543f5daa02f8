import type { Choices } from "../../lib/fields.ts";

/** What somebody may be in a hospital's office; an account may hold several that fit (`rolesMisfit`). */
export const ROLES = {
  director: { zh: "主任", en: "Director" },
  clerk: { zh: "经办人", en: "Clerk" },
  auditor: { zh: "稽核（只读）", en: "Auditor (reads only)" },
  systemAdmin: { zh: "系统管理员", en: "System administrator" },
  securityAdmin: { zh: "安全管理员", en: "Security administrator" },
  auditAdmin: { zh: "审计管理员", en: "Audit administrator" },
} as const satisfies Choices;

export type Role = keyof typeof ROLES;
export const ROLE_NAMES = Object.keys(ROLES) as Role[];

/** 三员: who runs the service, who grants rights, who reads what both did. */
export const OFFICERS = ["systemAdmin", "securityAdmin", "auditAdmin"] as const satisfies readonly Role[];

/** Whether the three officers are three people, or one where a hospital has no three to spare. */
export type Separation = "separate" | "merged";

/** Somebody who is signed in, as the rules see them. */
export interface Holder {
  readonly roles: readonly Role[];
}

/** Why these roles cannot be one person's. */
export type RolesMisfit = "auditsOwnWork" | "officersApart" | "officerOfOffice";

/**
 * Why an account may not hold these roles together; undefined where it may. Nobody reads only and writes, in any
 * hospital. Where the officers are separate, an account is one officer or none, and an officer has no office work.
 */
export function rolesMisfit(roles: readonly Role[], separation: Separation): RolesMisfit | undefined {
  const holds = new Set(roles);
  const writes = holds.has("director") || holds.has("clerk");
  if (holds.has("auditor") && writes) return "auditsOwnWork";
  if (separation === "merged") return undefined;
  const officers = OFFICERS.filter((role) => holds.has(role)).length;
  if (officers > 1) return "officersApart";
  return officers === 1 && holds.size > 1 ? "officerOfOffice" : undefined;
}

/** True where one account unites what three people should do: whatever it does bears a mark in the audit trail. */
export function isMerged(roles: readonly Role[]): boolean {
  return OFFICERS.filter((role) => roles.includes(role)).length > 1;
}
