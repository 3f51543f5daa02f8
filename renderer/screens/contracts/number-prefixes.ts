/** How our own numbers of papers beside a contract begin: `XXK-LH-2026-7K2M9P-0001`. */
export const LETTER_PREFIX = "XXK-LH";
export const AGREEMENT_PREFIX = "XXK-XY";
