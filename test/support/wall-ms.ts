import { epochMs } from "../../shared/lib/instants.ts";

/** Epoch milliseconds of `2026-01-04 08:30` on Shanghai's wall (UTC+8; not for the summers of 1986–1991). */
export function wallMs(text: string): number {
  return epochMs(`${text.replace(" ", "T")}+08:00`);
}
