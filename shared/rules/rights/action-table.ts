import type { Role } from "./roles.ts";

interface ActionRights {
  readonly who: readonly Role[];
  readonly why: string;
}

const SYSTEM: readonly Role[] = ["systemAdmin"];
const SECURITY: readonly Role[] = ["securityAdmin"];
const AUDIT: readonly Role[] = ["auditAdmin"];
const EITHER: readonly Role[] = ["systemAdmin", "securityAdmin"];
const DIRECTOR: readonly Role[] = ["director"];
const OFFICERS: readonly Role[] = ["systemAdmin", "securityAdmin", "auditAdmin"];

/**
 * What is done to people, desks and the service itself, and by whom: no officer can do the whole of anything. And what
 * is done to the office's records as a whole.
 */
export const ACTION_TABLE = {
  listAccounts: { who: OFFICERS, why: "each officer has to know whom an entry is about" },
  createAccount: { who: SYSTEM, why: "makes an account that may nothing yet" },
  resetPassword: {
    who: SYSTEM,
    why: "hands out a one-time password; it shows in the trail and at the next sign-in",
  },
  renameAccount: { who: SYSTEM, why: "a name on a screen, no right" },
  setRoles: { who: SECURITY, why: "grants rights to accounts that somebody else made, never to itself" },
  disableAccount: { who: EITHER, why: "whoever hears first that somebody left shuts the door" },
  enableAccount: { who: SECURITY, why: "opening it again grants rights" },
  unlockAccount: { who: SECURITY, why: "a lock is an alarm: who keeps watch takes it off" },
  setSeparation: { who: SECURITY, why: "uniting the officers is a matter of rights, and is marked" },
  setProfile: { who: SECURITY, why: "what is asked of passwords is a matter of security" },
  listDesks: { who: EITHER, why: "desks are run by one and watched by the other" },
  makeEnrolCode: { who: SYSTEM, why: "a desk is equipment" },
  revokeDesk: { who: EITHER, why: "whoever hears first that a computer is gone shuts it out" },
  listSessions: { who: SECURITY, why: "keeps watch over who is in" },
  revokeSession: { who: SECURITY, why: "and puts them out" },
  readAudit: { who: AUDIT, why: "the others are whom it is about" },
  exportAudit: { who: AUDIT, why: "the others are whom it is about" },
  backUp: { who: SYSTEM, why: "runs the service" },
  readMetrics: { who: SYSTEM, why: "runs the service" },
  relay: {
    who: DIRECTOR,
    why: "whoever brings another network's changes stands for authors nobody here knows, money and verdicts among them",
  },
} as const satisfies Record<string, ActionRights>;

export type Action = keyof typeof ACTION_TABLE;
