import { passwordFailure } from "../../../shared/rules/rights/password.ts";

export type Strength = "tooShort" | "tooLong" | "tooSimple" | "common" | "guessable" | "fair" | "strong";

const LEAST = 12;
/** From here on, trying costs more than anybody spends. */
const STRONG = 16;

/** What a passphrase is worth: whoever finds the file may try for years. `context` are words that people try first. */
export function strengthOf(passphrase: string, context: readonly string[]): Strength {
  const failure = passwordFailure(passphrase, context, { least: LEAST, kinds: 1 });
  if (failure !== undefined) return failure.kind === "tooFewKinds" ? "tooSimple" : failure.kind;
  // A Chinese character is worth about two of the others.
  const han = Array.from(passphrase).filter((letter) => /\p{Script=Han}/u.test(letter)).length;
  return Array.from(passphrase).length + han >= STRONG ? "strong" : "fair";
}

export function isEnough(strength: Strength): boolean {
  return strength === "fair" || strength === "strong";
}
