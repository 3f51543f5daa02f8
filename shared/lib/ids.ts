/** Letters and digits that survive a bad fax and a telephone: Crockford's base 32, no I, L, O, U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A desk: one window store on one workstation. Six characters, 2^30 of them. */
export type DeskId = string;

/** A record: `desk-counter`, the counter in base 36, nine digits, so a desk's ids sort as they were made. */
export type RecordId = string;

const COUNTER_DIGITS = 9;

/** A desk's id from 30 random bits; anything but six whole numbers 0–31 throws `RangeError`. */
export function deskId(random: readonly number[]): DeskId {
  if (random.length !== 6) throw new RangeError("a desk id takes six draws");
  return random
    .map((draw) => {
      const letter = ALPHABET[draw];
      if (letter === undefined) throw new RangeError(`not a draw from 0 to 31: ${draw}`);
      return letter;
    })
    .join("");
}

export function recordId(desk: DeskId, counter: number): RecordId {
  return `${desk}-${counter.toString(36).padStart(COUNTER_DIGITS, "0")}`;
}

const PAPER_NUMBER = /^\S{1,60}-\d{4}-[0-9A-HJKMNP-TV-Z]{6}-\d{4,9}$/;

/**
 * A paper number as somebody copied it off a sheet: full-width letters, blanks and lower case are forgiven.
 * Undefined for what no desk prints.
 */
export function readPaperNumber(typed: string): string | undefined {
  const number = typed
    .normalize("NFKC")
    .replace(/\s+/g, "")
    .replace(/[‐–—−]/g, "-")
    .toUpperCase();
  return PAPER_NUMBER.test(number) ? number : undefined;
}

/**
 * The number people read and fax: `XXK-GZ-2026-7K2M9P-0001`.
 * It holds the desk's id, so two desks that never met cannot give one number twice.
 */
export function paperNumber(prefix: string, year: number, desk: DeskId, counter: number): string {
  return `${prefix}-${year}-${desk}-${String(counter).padStart(4, "0")}`;
}
