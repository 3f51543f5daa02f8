import { epochMs } from "../../lib/instants.ts";
import type { IncidentEvent } from "../../records/index.ts";

const LATE_AFTER_MS = 24 * 3_600_000;

/** 补录: written down more than 24 hours after it happened. Legal and common, and marked as what it is (clocks R13). */
export function isLateEntry(event: Pick<IncidentEvent, "at" | "recordedAt">): boolean {
  return epochMs(event.recordedAt) - epochMs(event.at) > LATE_AFTER_MS;
}
