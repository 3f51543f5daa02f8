/*
 * A cell of a CSV that begins like a formula is one to Excel and WPS (security §3). A `'` in front makes it text.
 * Import takes our `'` off again, so text that begins with `'=` gets one more.
 */
const FORMULA = /^'*(?:[\s\0]*[=+\-@＝＋－＠]|[\t\r\n\0])/;
const PREFIXED = /^''*(?:[\s\0]*[=+\-@＝＋－＠]|[\t\r\n\0])/;
const PLAIN_NUMBER = /^[-+]?\d[\d,]*(?:\.\d+)?%?$/;

/** The text as it may stand in a CSV. Plain numbers and telephone numbers such as `-5` and `+8610…` stay. */
export function guarded(text: string): string {
  return FORMULA.test(text) && !PLAIN_NUMBER.test(text) ? `'${text}` : text;
}

export function withoutPrefix(text: string): string {
  return text.startsWith("'") && PREFIXED.test(text) ? text.slice(1) : text;
}
