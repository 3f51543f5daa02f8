import type { Label } from "../../lib/label.ts";

export const PROFILE_NAMES = ["standard", "levelThree"] as const;
export type ProfileName = (typeof PROFILE_NAMES)[number];

/** What an office asks of passwords. The two are named and documented because the rules they come from contradict each other. */
export interface PasswordProfile {
  readonly label: Label;
  /** What it asks, for whoever chooses. */
  readonly says: Label;
  /** Characters. */
  readonly least: number;
  /** How many kinds of characters it has to have: capitals, small letters, digits, everything else. */
  readonly kinds: number;
  /** After so many days it has to be changed; absent: never. */
  readonly days?: number;
  /** Wrong ones in a row before a name has to wait, and for how long: doubling from the first to the longest. */
  readonly free: number;
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

const MINUTE_MS = 60_000;

/**
 * `standard` follows OWASP ASVS 5.0 (6.2.5 and 6.2.10: no kinds of characters asked, no change every quarter);
 * `levelThree` what assessors of GB/T 22239-2019, third level, look for: kinds of characters, a change every ninety days,
 * five wrong ones and half an hour. Its second factor is the enrolled computer. Both refuse what is easily guessed.
 */
export const PROFILES: Readonly<Record<ProfileName, PasswordProfile>> = {
  standard: {
    label: { zh: "通用（长密码）", en: "General (long passwords)" },
    says: {
      zh: "至少 10 个字，不要求混用大小写和数字，不要求定期更换；拒绝常见和易猜的密码。连错 5 次起等待，逐次加倍。",
      en: "Ten characters or more, of any kind, never to be changed without a reason; common and guessable ones are refused. From five wrong ones on each takes twice as long.",
    },
    least: 10,
    kinds: 0,
    free: 5,
    firstWaitMs: MINUTE_MS / 2,
    longestWaitMs: 60 * MINUTE_MS,
  },
  levelThree: {
    label: { zh: "等保三级", en: "Classified protection, level three" },
    says: {
      zh: "至少 10 个字，含大写字母、小写字母、数字、其他字符中的三种，每 90 天更换；连错 5 次锁定 30 分钟。",
      en: "Ten characters or more of at least three kinds (capitals, small letters, digits, others), changed every 90 days; five wrong ones lock a name for 30 minutes.",
    },
    least: 10,
    kinds: 3,
    days: 90,
    free: 5,
    firstWaitMs: 30 * MINUTE_MS,
    longestWaitMs: 30 * MINUTE_MS,
  },
};

/** Which of the four kinds a password has. A Chinese character is of the fourth. */
export function kindsIn(password: string): number {
  return [/\p{Lu}/u, /\p{Ll}/u, /\p{N}/u, /[^\p{Lu}\p{Ll}\p{N}]/u].filter((kind) => kind.test(password))
    .length;
}

/** Whether a password that was chosen then has to be changed by now. */
export function isOverdue(profile: PasswordProfile, chosenMs: number, nowMs: number): boolean {
  return profile.days !== undefined && nowMs - chosenMs >= profile.days * 24 * 60 * MINUTE_MS;
}
