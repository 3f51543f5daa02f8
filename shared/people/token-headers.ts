/** Asks for tokens in headers instead of cookies: the desktop program's main process, never a page. */
export const TOKENS_IN_HEADER = "shouyue-tokens";
/** A desk's token, given once, at enrolment. */
export const DESK_TOKEN_HEADER = "shouyue-desk-token";
/** A session's token at sign-in; empty where the session ended. */
export const SESSION_TOKEN_HEADER = "shouyue-session-token";
