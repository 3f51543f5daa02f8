/**
 * 64 bits of a text as 16 hex digits: enough to tell the rows of one office apart, not to resist anybody.
 * Two multiplicative hashes run side by side and are mixed at the end.
 */
export function hashText(text: string): string {
  const [high, low] = hashPair(text);
  return hex(high) + hex(low);
}

/** The same as two whole numbers of 32 bits, the second of which is enough to look for equals by. */
export function hashPair(text: string): readonly [high: number, low: number] {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charCodeAt(at);
    low = Math.imul(low ^ letter, 0x9e3779b1);
    high = Math.imul(high ^ letter, 0x5f356495);
  }
  const mixedLow = mix(low) ^ mix(high ^ 0x85ebca6b);
  const mixedHigh = mix(high) ^ mix(low ^ 0xc2b2ae35);
  return [mixedHigh >>> 0, mixedLow >>> 0];
}

function mix(value: number): number {
  const once = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return twice ^ (twice >>> 16);
}

const hex = (value: number): string => value.toString(16).padStart(8, "0");
