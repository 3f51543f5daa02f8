import { z } from "zod";
import { zAuditEntry, zAuditHead } from "../audit/entry.ts";
import { PASSWORD_MOST } from "../rules/rights/password.ts";
import { PROFILE_NAMES } from "../rules/rights/profiles.ts";
import { ROLE_NAMES } from "../rules/rights/roles.ts";

/**
 * What the window and the service say about people, desks and the trail; all below `/api/people`. Bodies are JSON. A
 * refusal is `{ failure: { kind, … } }`: 401 `desk` or `signIn` (enrol, sign in), 403 `notAllowed` or
 * `passwordMustChange`, 422 what the act itself refuses.
 */
const zRole = z.enum(ROLE_NAMES);
const zLogin = z.string().max(100);
const zName = z.string().max(200);
/** Longer than any password taken, so that a long one is refused by its rule, and never a megabyte to hash. */
const zPassword = z.string().max(PASSWORD_MOST * 4);
const zCode = z.string().max(100);
const zMs = z.number().int();

/** `GET me`. Asked before anything else: it needs no desk and nobody signed in. What a newer service adds is no reason to stop. */
export const zMe = z.object({
  /** False on a single seat: no sign-in, no desks, everything as it was. */
  isNeeded: z.boolean(),
  /** What the office asks of passwords. */
  profile: z.enum(PROFILE_NAMES).optional(),
  desk: z.strictObject({ id: z.string(), name: z.string() }).optional(),
  person: z
    .strictObject({
      id: z.string(),
      login: z.string(),
      name: z.string(),
      roles: z.array(zRole),
      mustChange: z.boolean(),
    })
    .optional(),
});
export type Me = z.infer<typeof zMe>;

export const zIssued = z.strictObject({ id: z.string(), login: z.string(), initialPassword: z.string() });

/** `POST set-up`: the first desk and officers, with the code that `init` printed. One officer is all three. */
export const zSetUp = z.strictObject({
  code: zCode,
  deskName: zName,
  officers: z
    .array(z.strictObject({ login: zLogin, name: zName }))
    .min(1)
    .max(3),
});
export const zSetUpDone = z.strictObject({ officers: z.array(zIssued) });

/** `POST enrol`. */
export const zEnrol = z.strictObject({ code: zCode, deskName: zName });

/** `POST sign-in`; answered with `Me`. */
export const zSignIn = z.strictObject({ login: zLogin, password: zPassword });

/** `POST password`. */
export const zChangePassword = z.strictObject({ old: zPassword, fresh: zPassword });

/** `GET names`: who wrote what, for everybody who is signed in. */
export const zNames = z.strictObject({ names: z.record(z.string(), z.string()) });

/** `GET accounts`. */
export const zAccounts = z.strictObject({
  separation: z.enum(["separate", "merged"]),
  profile: z.enum(PROFILE_NAMES),
  accounts: z.array(
    z.strictObject({
      id: z.string(),
      login: z.string(),
      name: z.string(),
      roles: z.array(zRole),
      state: z.enum(["active", "disabled"]),
      mustChange: z.boolean(),
    }),
  ),
});
export type Accounts = z.infer<typeof zAccounts>;

/** `POST accounts`, answered with the one-time password, as `POST accounts/ID/reset-password` is. */
export const zNewAccount = z.strictObject({ login: zLogin, name: zName });

/** `POST accounts/ID/roles`, `…/name`, and without a body of their own `…/disable`, `…/enable`, `…/unlock`. */
export const zSetRoles = z.strictObject({ roles: z.array(zRole).max(ROLE_NAMES.length) });
export const zSetName = z.strictObject({ name: zName });
export const zSetSeparation = z.strictObject({ separation: z.enum(["separate", "merged"]) });
export const zSetProfile = z.strictObject({ profile: z.enum(PROFILE_NAMES) });
export const zNothing = z.strictObject({});

/** `GET desks`; `POST desks/code` gives `zDeskCode`; `POST desks/ID/revoke`. */
export const zDesks = z.strictObject({
  desks: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      enrolledAt: zMs,
      revokedAt: zMs.optional(),
      logs: z.array(z.string()),
    }),
  ),
});
export type Desks = z.infer<typeof zDesks>;
export const zDeskCode = z.strictObject({ code: z.string(), until: zMs });

/** `GET sessions`, `GET my-sessions`; `POST …/ID/end`. */
export const zSessions = z.strictObject({
  sessions: z.array(
    z.strictObject({ id: z.string(), account: z.string(), desk: z.string(), startedAt: zMs, seenAt: zMs }),
  ),
});
export type Sessions = z.infer<typeof zSessions>;

/** `GET audit?before=N`: newest first. `GET audit/file` is the whole trail as a file that `cli verify` checks. */
export const zAuditPage = z.strictObject({ head: zAuditHead, entries: z.array(zAuditEntry) });
