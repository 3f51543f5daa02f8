/**
 * Why the machine could not do what the window asked. Only a code crosses the border: never a path, a stack or
 * what the user typed. A host throws `new Error(failureText(code))`, since an error that passes Electron's
 * bridge keeps its message and nothing else.
 */
export const FAILURE_CODES = [
  /** A page that is not ours asked. */
  "refused",
  /** We asked wrongly, or answered wrongly. */
  "malformed",
  "too-big",
  /** The file is open in another program. */
  "file-busy",
  "not-allowed",
  "disk-full",
  "no-such-file",
  "internal",
] as const;

export type FailureCode = (typeof FAILURE_CODES)[number];

const PREFIX = "desktop:";

/** The message of an error that carries this code. */
export function failureText(code: FailureCode): string {
  return PREFIX + code;
}

/** The code that a thrown value carries, from whichever host; `internal` for anything else. */
export function failureCodeOf(thrown: unknown): FailureCode {
  const message = thrown instanceof Error ? thrown.message : "";
  const text = message.slice(message.lastIndexOf(PREFIX) + PREFIX.length);
  return message.includes(PREFIX) && isFailureCode(text) ? text : "internal";
}

export function isFailureCode(text: unknown): text is FailureCode {
  return FAILURE_CODES.some((code) => code === text);
}
