import { epochMs, wallOf, type Instant } from "../lib/instants.ts";

/** As a document has it, on Shanghai's wall: `2026年1月4日 08:30`; empty where nothing is known. */
export function documentTime(at: Instant | undefined): string {
  if (at === undefined) return "";
  const wall = wallOf(epochMs(at));
  return `${wall.year}年${wall.month}月${wall.day}日 ${two(wall.hour)}:${two(wall.minute)}`;
}

/** A time to be filled in with a pen. */
export const TIME_BY_HAND = "　　　年　　月　　日　　时　　分";

const two = (n: number): string => String(n).padStart(2, "0");
